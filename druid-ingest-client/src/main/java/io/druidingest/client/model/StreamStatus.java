package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor of a stream tells of its tasks and offsets. Offsets and lag are those of its last look at the
 * stream, every 30 seconds by default ({@code offsetFetchPeriod}); before the first they are empty.
 */
public final class StreamStatus extends Answer {

    StreamStatus(JsonNode payload) {
        super(payload);
    }

    /** The datasource that it writes. */
    public String dataSource() {
        return text("dataSource");
    }

    /** The stream that it reads: a topic, a pattern of topics, or the name of a stream. */
    public String stream() {
        return text("stream");
    }

    /** How many partitions it knows; 0 before its first look at the stream. */
    public int partitions() {
        return json().path("partitions").asInt();
    }

    /** How many tasks read the same. */
    public int replicas() {
        return json().path("replicas").asInt();
    }

    /** How long a task reads before it publishes. */
    public Duration taskDuration() {
        return Duration.ofSeconds(number("durationSeconds"));
    }

    /** The tasks that read. */
    public List<StreamTask> activeTasks() {
        return tasks("activeTasks");
    }

    /** The tasks that have read what they are to read, and publish it. */
    public List<StreamTask> publishingTasks() {
        return tasks("publishingTasks");
    }

    /** Where each partition ends, as far as Druid knows. */
    public Offsets latestOffsets() {
        return new Offsets(json().path("latestOffsets"));
    }

    /** How many messages of each partition are still to be read, by the task that is furthest. */
    public Map<String, Long> minimumLag() {
        return Offsets.numbers(json().path("minimumLag"));
    }

    /** The sum of {@link #minimumLag}; null if Druid does not tell. */
    public @Nullable Long aggregateLag() {
        return numberOrNull("aggregateLag");
    }

    /** How old, in milliseconds, the last message read of each partition is; Kinesis only. */
    public Map<String, Long> minimumLagMillis() {
        return Offsets.numbers(json().path("minimumLagMillis"));
    }

    /** The sum of {@link #minimumLagMillis}; null but for Kinesis. */
    public @Nullable Long aggregateLagMillis() {
        return numberOrNull("aggregateLagMillis");
    }

    /** When it last looked at the offsets; null before the first look. */
    public @Nullable Instant offsetsLastUpdated() {
        return instantOrNull("offsetsLastUpdated");
    }

    private List<StreamTask> tasks(String field) {
        List<StreamTask> tasks = new ArrayList<>();
        json().path(field).forEach(task -> tasks.add(new StreamTask(task)));
        return tasks;
    }
}
