package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process that runs tasks, a MiddleManager or an Indexer, and what it is doing. */
public final class Worker extends Answer {

    private Worker(JsonNode json) {
        super(json);
    }

    /** The worker that this JSON tells of. */
    public static Worker of(JsonNode json) {
        return new Worker(json);
    }

    /** Where it is: {@code host:port}, which is also its name. */
    public String host() {
        return worker().path("host").asText();
    }

    /** Whether it takes tasks. */
    public boolean isEnabled() {
        return !worker().path("version").asText().isEmpty(); // which is all that Druid tells of it
    }

    /** How many tasks it runs at one time. */
    public int capacity() {
        return worker().path("capacity").asInt();
    }

    /** How many of its slots are taken. */
    public int capacityUsed() {
        return json().path("currCapacityUsed").asInt();
    }

    /** The category that tasks may be bound to, for example {@code _default_worker_category}. */
    public String category() {
        return worker().path("category").asText();
    }

    /** The ids of the tasks that it runs. */
    public List<String> runningTasks() {
        List<String> ids = new ArrayList<>();
        json().path("runningTasks").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** When it last ended a task; when it was first seen, if it has not. Null if Druid does not tell. */
    public @Nullable Instant lastCompletedTaskTime() {
        return instantOrNull("lastCompletedTaskTime");
    }

    /** Until when it is given no tasks because too many have failed on it; null if it is trusted. */
    public @Nullable Instant blacklistedUntil() {
        return instantOrNull("blacklistedUntil");
    }

    private JsonNode worker() {
        return json().path("worker");
    }
}
