package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How well the supervisor of a stream is: what its last runs and tasks tell, as Druid's thresholds are by default. */
final class StreamHealth {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int THRESHOLD = 3;
    private static final int KEPT_ERRORS = 3;

    private final Streak runs = new Streak();
    private final Streak tasks = new Streak();
    private final Deque<ObjectNode> errors = new ArrayDeque<>();
    private boolean hasTried;
    private boolean hasRun;

    /**
     * Takes note of a run.
     *
     * @param trouble why the stream could not be reached; null if it could
     */
    void ran(Instant now, StreamType stream, @Nullable String trouble) {
        hasTried = true;
        hasRun |= trouble == null;
        runs.add(trouble != null);
        if (trouble != null) {
            errors.add(JSON.objectNode()
                    .put("timestamp", FakeSegment.written(now))
                    .put("exceptionClass", stream.exception())
                    .put("message", stream.exception() + ": " + trouble)
                    .put("streamException", true));
        }
        while (errors.size() > KEPT_ERRORS) {
            errors.remove();
        }
    }

    /** Takes note of a group of tasks that has ended before its time, or gone on until then. */
    void ended(boolean failed) {
        tasks.add(failed);
    }

    /** Whether a run has been successful. */
    boolean hasRun() {
        return hasRun;
    }

    boolean isHealthy() {
        return !runs.unhealthy && !tasks.unhealthy;
    }

    /** In broad terms. */
    String state(boolean suspended) {
        return runs.unhealthy
                ? "UNHEALTHY_SUPERVISOR"
                : tasks.unhealthy ? "UNHEALTHY_TASKS" : suspended ? "SUSPENDED" : hasTried ? "RUNNING" : "PENDING";
    }

    String detailedState(boolean suspended) {
        String state = state(suspended);
        return runs.unhealthy
                ? hasRun ? "LOST_CONTACT_WITH_STREAM" : "UNABLE_TO_CONNECT_TO_STREAM"
                : state.equals("RUNNING") && !hasRun ? "CONNECTING_TO_STREAM" : state;
    }

    /** The last few, the latest last. */
    ArrayNode errors() {
        return JSON.arrayNode().addAll(errors);
    }

    /** So many failures in a row make unhealthy, so many successes in a row healthy again. */
    private static final class Streak {

        private int length;
        private boolean ofFailures;
        private boolean unhealthy;

        void add(boolean failed) {
            length = failed == ofFailures ? length + 1 : 1;
            ofFailures = failed;
            if (length >= THRESHOLD) {
                unhealthy = failed;
            }
        }
    }
}
