package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * How a task stands. Druid answers in a long form about one task and in a short one about many; what the short form lacks
 * is null here.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/tasks-api">tasks API</a>
 */
public final class TaskStatus extends Answer {

    private TaskStatus(JsonNode json) {
        super(json);
    }

    /** The status that this JSON tells, in either form. */
    public static TaskStatus of(JsonNode json) {
        return new TaskStatus(json);
    }

    /** The task. */
    public String id() {
        return text("id");
    }

    /** How it stands. */
    public TaskState state() {
        return TaskState.of(json().hasNonNull("statusCode") ? text("statusCode") : text("status"));
    }

    /** How far it is on its way through the Overlord; UNKNOWN in the short form unless it has ended. */
    public TaskPhase phase() {
        // what the runner says of a task that has ended depends on how one asks
        return state().isTerminal() ? TaskPhase.COMPLETE : TaskPhase.of(text("runnerStatusCode"));
    }

    /** The tasks that it shares locks with: the id of the one whose sub-task it is, or its own; null in the short form. */
    public @Nullable String groupId() {
        return textOrNull("groupId");
    }

    /** The type id of the task; null in the short form. */
    public @Nullable String type() {
        return textOrNull("type");
    }

    /** The datasource of the task; null in the short form. */
    public @Nullable String dataSource() {
        return textOrNull("dataSource");
    }

    /** When Druid took the task; null in the short form. */
    public @Nullable Instant createdTime() {
        String created = textOrNull("createdTime");
        try {
            return created == null ? null : Instant.parse(created);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** How long it ran; null while it runs, and if it ended before it ran. */
    public @Nullable Duration duration() {
        long millis = json().path("duration").asLong(-1);
        return millis < 0 ? null : Duration.ofMillis(millis);
    }

    /** The {@code host:port} that runs it, or ran it; null if Druid does not tell. */
    public @Nullable String location() {
        JsonNode location = json().path("location");
        int tlsPort = location.path("tlsPort").asInt(-1);
        return location.path("host").isTextual()
                ? location.path("host").asText() + ":"
                        + (tlsPort > 0 ? tlsPort : location.path("port").asInt())
                : null;
    }

    /** Why it failed: Druid's words, often with a stack trace, cut in the middle when long. Null unless it failed. */
    public @Nullable String errorMessage() {
        return textOrNull("errorMsg");
    }
}
