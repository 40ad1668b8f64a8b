package io.druidingest.client;

import io.druidingest.DruidIngestException;

/** Druid has a task of this id, and it is another one: the same idempotency key or id was used for two specs. */
public final class TaskConflictException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String taskId;

    /** Made by the client; see the accessors for the parts. */
    public TaskConflictException(String taskId) {
        super("task " + taskId + " exists with another spec, and nothing was submitted; use another idempotency key for"
                + " another spec, or attach to the task that exists");
        this.taskId = taskId;
    }

    /** The task that exists. */
    public String taskId() {
        return taskId;
    }
}
