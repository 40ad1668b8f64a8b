package io.druidingest.client.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task that succeeded, and what it wrote. Immutable. */
public final class IngestResult {

    private final TaskStatus status;
    private final TaskReport report;
    private final List<String> segments;
    private final List<String> unloaded;

    /** Puts the parts together. */
    public IngestResult(TaskStatus status, @Nullable TaskReport report, List<String> segments, List<String> unloaded) {
        this.status = status;
        this.report = report == null ? TaskReport.of(JsonNodeFactory.instance.objectNode()) : report;
        this.segments = List.copyOf(segments);
        this.unloaded = List.copyOf(unloaded);
    }

    /** How the task ended: always in SUCCESS. */
    public TaskStatus status() {
        return status;
    }

    /** What the task told; all zero if this type of task tells nothing, or Druid keeps no reports. */
    public TaskReport report() {
        return report;
    }

    /**
     * The segments in the time that the task wrote; none if nothing was written. All are published; once queryable, the
     * Broker serves all of them but the {@link #unloaded}.
     */
    public List<String> segments() {
        return segments;
    }

    /**
     * Those of the segments that the retention rules load nowhere, so that ordinary queries never see their rows. Empty
     * as long as nobody waited for more than the publication, and before Druid 28, which does not tell.
     */
    public List<String> unloaded() {
        return unloaded;
    }

    /**
     * Whether the task wrote nothing: it ended in SUCCESS, and there is not one new row. Typical causes are an empty
     * input, a wildcard that matches no file, and intervals that no row falls into. Told by the report, or by the
     * segments where there is none.
     */
    public boolean isEmpty() {
        return report.rows().json().isEmpty()
                ? segments.isEmpty()
                : report.rows().loaded() == 0;
    }

    @Override
    public String toString() {
        return "IngestResult{task=" + status.id() + ", segments=" + segments.size()
                + (report.rows().json().isEmpty()
                        ? ""
                        : ", rows=" + report.rows().json()) + "}";
    }
}
