package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One supervisor from when it was sent until it is sent again, suspended, resumed or terminated. */
abstract class FakeSupervisor {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Before, a supervisor was called by its datasource. */
    static final int SINCE_OWN_ID = 34;

    private final World world;
    private final SupervisorSpec spec;

    FakeSupervisor(World world, SupervisorSpec spec) {
        this.world = world;
        this.spec = spec;
    }

    SupervisorSpec spec() {
        return spec;
    }

    /** Begins what its spec asks for; nothing, where it only tells how it stands. */
    void start() {}

    /** Ends it, for good or since another takes its place. */
    void stop() {}

    abstract String state();

    String detailedState() {
        return state();
    }

    boolean isHealthy() {
        return true;
    }

    /** What its status tells. */
    abstract ObjectNode payload();

    /** What its tasks have read so far, by their group. */
    ObjectNode stats() {
        return JSON.objectNode();
    }

    /** Its place in a list of supervisors. */
    final ObjectNode summary() {
        ObjectNode summary = JSON.objectNode().put("id", spec().id());
        if (world.version() >= SINCE_OWN_ID) {
            summary.put("dataSource", spec().dataSource());
        }
        return summary.put("state", state())
                .put("detailedState", detailedState())
                .put("healthy", isHealthy());
    }

    final ObjectNode status() {
        ObjectNode status =
                JSON.objectNode().put("id", spec().id()).put("generationTime", FakeSegment.written(world.now()));
        return status.set("payload", payload());
    }
}
