package io.druidingest.client;

import io.druidingest.DruidIngestException;
import io.druidingest.client.model.ParseError;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task ended in SUCCESS, and did not load what its {@link OutcomePolicy} asks for. What it did load is published, and
 * stays.
 */
public final class HollowTaskException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final transient TaskStatus status;
    private final transient @Nullable TaskReport report;
    private final List<String> violations;

    /** Made by the client; see the accessors for the parts. */
    public HollowTaskException(TaskStatus status, @Nullable TaskReport report, List<String> violations) {
        super("task " + status.id() + " ended in SUCCESS, but it " + String.join("; it ", violations)
                + "; see parseErrors() for rows that could not be read, if maxSavedParseExceptions is set");
        this.status = status;
        this.report = report;
        this.violations = List.copyOf(violations);
    }

    /** How the task ended. */
    public TaskStatus status() {
        return status;
    }

    /** What the task told about its work; null if it told nothing. */
    public @Nullable TaskReport report() {
        return report;
    }

    /** What of the policy is not met, each in a sentence. */
    public List<String> violations() {
        return violations;
    }

    /** Some of the rows that could not be read, as far as Druid kept them: {@code maxSavedParseExceptions} says how many. */
    public List<ParseError> parseErrors() {
        return report == null ? List.of() : report.parseErrors();
    }
}
