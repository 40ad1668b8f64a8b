package io.druidingest.client;

import io.druidingest.DruidIngestException;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import org.jspecify.annotations.Nullable;

/** A task ended in FAILED. */
public final class TaskFailedException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final transient TaskStatus status;
    private final transient @Nullable TaskReport report;

    /** Made by the client; see the accessors for the parts. */
    public TaskFailedException(TaskStatus status, @Nullable TaskReport report) {
        super("task " + status.id() + " FAILED: " + reason(status));
        this.status = status;
        this.report = report;
    }

    /** How it ended; {@link TaskStatus#errorMessage} has all of Druid's words. */
    public TaskStatus status() {
        return status;
    }

    /** What the task told about its work; null if it told nothing. */
    public @Nullable TaskReport report() {
        return report;
    }

    private static String reason(TaskStatus status) {
        String message = status.errorMessage();
        if (message == null) {
            return "Druid gives no reason; see the task's log";
        }
        int line = message.indexOf('\n');
        return line < 0 ? message : message.substring(0, line);
    }
}
