package io.druidingest.client;

import io.druidingest.DruidIngestException;
import java.time.Duration;

/** A task did not get as far as was asked for within the time given. The task itself is untouched. */
public final class TaskTimeoutException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String taskId;

    /** Made by the client; see the accessors for the parts. */
    public TaskTimeoutException(String taskId, Duration timeout, String state) {
        super("task " + taskId + " succeeded, and could not be queried within " + timeout + ": " + state);
        this.taskId = taskId;
    }

    /** The task. */
    public String taskId() {
        return taskId;
    }
}
