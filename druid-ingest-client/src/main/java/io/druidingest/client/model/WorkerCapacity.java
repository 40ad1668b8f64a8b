package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/** How many tasks a cluster can run at one time, and runs. */
public final class WorkerCapacity extends Answer {

    private WorkerCapacity(JsonNode json) {
        super(json);
    }

    /** The capacity that this JSON tells. */
    public static WorkerCapacity of(JsonNode json) {
        return new WorkerCapacity(json);
    }

    /** The slots of all workers; empty if Druid does not know. */
    public OptionalInt current() {
        return slots("currentClusterCapacity");
    }

    /** The slots that there can be; empty without an autoscaler. */
    public OptionalInt maximumWithAutoScale() {
        return slots("maximumCapacityWithAutoScale");
    }

    /** The slots that are taken; empty if Druid does not know. */
    public OptionalInt used() {
        return slots("usedClusterCapacity");
    }

    private OptionalInt slots(String field) {
        int slots = json().path(field).asInt(-1);
        return slots < 0 ? OptionalInt.empty() : OptionalInt.of(slots);
    }
}
