package io.druidingest.client;

import io.druidingest.DruidIngestException;
import org.jspecify.annotations.Nullable;

/**
 * Druid knows no task of this id: it never took it, or has since deleted it with its logs. Or it knows the task, and has
 * not got what was asked for, such as the report of a task that has not ended; the message says which of the two.
 */
public final class TaskNotFoundException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String taskId;

    /** Made by the client; see the accessors for the parts. */
    public TaskNotFoundException(String taskId, @Nullable Throwable cause) {
        super(problem(taskId, cause), cause);
        this.taskId = taskId;
    }

    private static String problem(String taskId, @Nullable Throwable cause) {
        return cause instanceof DruidHttpException
                        && !((DruidHttpException) cause).error().message().startsWith("Cannot find any task")
                ? "Druid has not got that of task " + taskId + ": " + cause.getMessage()
                : "Druid knows no task " + taskId + "; check the id, and the cluster that the client talks to";
    }

    /** The task asked for. */
    public String taskId() {
        return taskId;
    }
}
