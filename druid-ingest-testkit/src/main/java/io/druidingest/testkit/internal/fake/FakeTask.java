package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.druidingest.testkit.TaskPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One task: how it stands, and what Druid tells of it. */
final class FakeTask {

    enum State {
        PENDING,
        RUNNING,
        SUCCESS,
        FAILED
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_MESSAGE = 1024;

    /** For so long after a shutdown, some of Druid's answers are not up to date. */
    private static final Duration LAG = Duration.ofSeconds(3);

    private final String id;
    private final JsonNode payload;
    private final TaskPlan plan;
    private final Instant created;
    private final int version;
    private @Nullable TaskInput input;
    private @Nullable Supplier<TaskInput> stream;
    private State state = State.PENDING;
    private @Nullable Instant started;
    private @Nullable Instant ended;
    private @Nullable String error;
    private boolean shutDown;
    private int segmentsRead;
    private int published;
    private int killed;
    private @Nullable RawValue shortStatus;

    FakeTask(String id, JsonNode payload, TaskPlan plan, World world) {
        this.id = id;
        this.payload = payload;
        this.plan = plan;
        this.created = world.now();
        this.version = world.version();
    }

    String id() {
        return id;
    }

    String type() {
        return payload.path("type").asText();
    }

    String dataSource() {
        JsonNode inSpec = payload.path("spec").path("dataSchema").path("dataSource");
        return inSpec.isTextual() ? inSpec.asText() : payload.path("dataSource").asText("none");
    }

    /** As it was sent. */
    JsonNode payload() {
        return payload;
    }

    TaskPlan plan() {
        return plan;
    }

    /** Looked into when it is first asked for; of a stream, as far as it has come. */
    TaskInput input() {
        if (input != null) {
            return input;
        }
        TaskInput read = stream == null ? TaskInput.of(payload, plan) : stream.get();
        if (stream == null || hasEnded()) {
            input = read;
        }
        return read;
    }

    /** It reads a stream, and this tells what it has read so far. */
    void reads(Supplier<TaskInput> stream) {
        this.stream = stream;
    }

    /** Whether it reads a stream. */
    boolean readsStream() {
        return stream != null;
    }

    /** It reads segments, and their rows unless its plan says how many. */
    void reads(int segments, long rows, long bytes) {
        segmentsRead = segments;
        input = TaskInput.of(plan.rows().orElse(rows), plan.unparseable(), bytes);
    }

    /** How many segments it has read. */
    int segmentsRead() {
        return segmentsRead;
    }

    /** The major version of the Druid that it is a task of. */
    int version() {
        return version;
    }

    Instant created() {
        return created;
    }

    /** Null before it runs. */
    @Nullable Instant started() {
        return started;
    }

    /** Null before it has ended. */
    @Nullable Instant ended() {
        return ended;
    }

    State state() {
        return state;
    }

    @Nullable String error() {
        return error;
    }

    boolean hasEnded() {
        return ended != null;
    }

    /** How many segments its report says that it has published. */
    int published() {
        return published;
    }

    void published(int segments) {
        published = segments;
    }

    /** How many segments it has removed. */
    int killed() {
        return killed;
    }

    void killed(int segments) {
        killed = segments;
    }

    void start(Instant now) {
        shortStatus = null;
        state = State.RUNNING;
        started = now;
    }

    /**
     * Ends it.
     *
     * @param message what went wrong; null for a success
     */
    void end(Instant now, @Nullable String message) {
        shortStatus = null;
        state = message == null ? State.SUCCESS : State.FAILED;
        ended = now;
        error = message;
    }

    void shutDown(Instant now) {
        shutDown = true;
        end(now, "Shutdown request from user");
    }

    private String status() {
        return hasEnded() ? state.name() : "RUNNING";
    }

    private long duration() {
        return ended == null || started == null || shutDown
                ? -1
                : Duration.between(started, ended).toMillis();
    }

    private boolean isFresh(Instant now) {
        return shutDown && ended != null && now.isBefore(ended.plus(LAG));
    }

    /** As its payload is read back: with what Druid adds to each. */
    ObjectNode readBack() {
        ObjectNode task = payload.deepCopy();
        task.put("id", id);
        if (!task.path("groupId").isTextual()) {
            task.put("groupId", id);
        }
        if (!task.has("resource")) {
            task.putObject("resource").put("availabilityGroup", id).put("requiredCapacity", 1);
        }
        if (!task.has("dataSource")) {
            task.put("dataSource", dataSource());
        }
        if (type().equals("index_parallel")) {
            task.set("spec", KeptSpec.indexParallel(payload.path("spec"), version));
        }
        ObjectNode context = task.withObject("/context");
        for (String key : new String[] {"forceTimeChunkLock", "useLineageBasedSegmentAllocation"}) {
            if (!context.has(key)) {
                context.put(key, true);
            }
        }
        return task;
    }

    /** The answer about this one task. Druid's runner has forgotten what has ended, which looks as if it were waiting. */
    ObjectNode status(Instant now) {
        if (!hasEnded()) {
            return longStatus(state.name());
        }
        boolean forgotten = !isFresh(now);
        ObjectNode status = longStatus(forgotten ? "WAITING" : version < 37 ? "RUNNING" : "NONE");
        if (forgotten && version >= 37) {
            status.set("location", location(false));
        }
        return status;
    }

    /** Its place in a list of tasks. */
    ObjectNode listed() {
        ObjectNode listed = longStatus(hasEnded() ? "NONE" : state.name());
        return hasEnded() ? listed : listed.put("queueInsertionTime", FakeSegment.written(created));
    }

    private ObjectNode longStatus(String runnerStatus) {
        ObjectNode status = JSON.objectNode()
                .put("id", id)
                .put("groupId", payload.path("groupId").asText(id))
                .put("type", type())
                .put("createdTime", FakeSegment.written(created))
                .put("queueInsertionTime", "1970-01-01T00:00:00.000Z")
                .put("statusCode", status())
                .put("status", status())
                .put("runnerStatusCode", runnerStatus)
                .put("duration", duration());
        status.set("location", location());
        return status.put("dataSource", dataSource()).put("errorMsg", shortened(error));
    }

    /**
     * The answer among those about many tasks, as it is written: it is asked for far more often than it changes.
     *
     * @param lags whether it does not know of a shutdown at once, as before Druid 37
     */
    RawValue shortStatus(Instant now, boolean lags) {
        if (lags && isFresh(now)) {
            return new RawValue(shortStatus(true).toString());
        }
        RawValue written = shortStatus == null ? new RawValue(shortStatus(false).toString()) : shortStatus;
        shortStatus = written;
        return written;
    }

    private ObjectNode shortStatus(boolean late) {
        ObjectNode status = JSON.objectNode()
                .put("id", id)
                .put("status", late ? "RUNNING" : status())
                .put("duration", duration())
                .put("errorMsg", late ? null : shortened(error));
        status.set("location", location());
        return status;
    }

    private ObjectNode location() {
        return location(started != null);
    }

    private static ObjectNode location(boolean placed) {
        return JSON.objectNode()
                .put("host", placed ? "127.0.0.1" : null)
                .put("port", placed ? 8100 : -1)
                .put("tlsPort", -1);
    }

    private static @Nullable String shortened(@Nullable String message) {
        if (message == null || message.length() <= LONGEST_MESSAGE) {
            return message;
        }
        int half = LONGEST_MESSAGE / 2;
        String shorter = message.substring(0, half) + "..." + (message.length() - LONGEST_MESSAGE)
                + " characters omitted..." + message.substring(message.length() - half);
        // that is too long again, and is shortened whenever a status is copied, until it stays the same
        return shorter.equals(message) ? message : shortened(shorter);
    }
}
