package io.druidingest.client;

import io.druidingest.DruidIngestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A task did not get as far as was asked for within the time given. The task itself is untouched. */
public final class TaskTimeoutException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String taskId;
    private final IngestEvent.Rung rung;

    /** Made by the client; see the accessors for the parts. */
    public TaskTimeoutException(
            String taskId, IngestEvent.Rung rung, Duration timeout, String state, @Nullable Throwable cause) {
        super("task " + taskId + " " + without(rung) + " within " + timeout + ": " + state, cause);
        this.taskId = taskId;
        this.rung = rung;
    }

    private static String without(IngestEvent.Rung rung) {
        switch (rung) {
            case COMPLETION:
                return "has not ended";
            case PUBLISHED:
                return "succeeded, and was not seen to be published";
            default:
                return "succeeded, and could not be queried";
        }
    }

    /** The task. */
    public String taskId() {
        return taskId;
    }

    /** What was waited for. */
    public IngestEvent.Rung rung() {
        return rung;
    }
}
