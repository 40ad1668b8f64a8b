package io.druidingest.client;

import io.druidingest.DruidIngestException;

/**
 * A task was sent, and no answer tells whether Druid took it. Submitting the same spec again is safe under the same
 * idempotency key, or with {@link #taskId} as its id: it ends with one task.
 */
public final class TaskUnconfirmedException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String taskId;

    /** Made by the client; see the accessors for the parts. */
    public TaskUnconfirmedException(String taskId, Throwable cause) {
        super(
                "it is not known whether Druid took task " + taskId + ": " + cause.getMessage()
                        + "; submit it again with that id or the same idempotency key, or attach to the id",
                cause);
        this.taskId = taskId;
    }

    /** The id that the task has if Druid took it. */
    public String taskId() {
        return taskId;
    }
}
