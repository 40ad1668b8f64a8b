package io.druidingest.client;

import io.druidingest.DruidIngestException;
import org.jspecify.annotations.Nullable;

/** Druid knows no task of this id: it never took it, or has since deleted it with its logs. */
public final class TaskNotFoundException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String taskId;

    /** Made by the client; see the accessors for the parts. */
    public TaskNotFoundException(String taskId, @Nullable Throwable cause) {
        super("Druid knows no task " + taskId + "; check the id, and the cluster that the client talks to", cause);
        this.taskId = taskId;
    }

    /** The task asked for. */
    public String taskId() {
        return taskId;
    }
}
