package io.druidingest.client.internal.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of the segments that a task wrote, from its payload, its status and its report. */
final class Written {

    private static final String ETERNITY = "-146136543-09-08T08:23:32.096Z/146140482-04-24T15:36:27.903Z";
    private static final Set<String> WRITE_NOTHING = Set.of("kill", "archive", "move", "restore", "noop");
    private static final Set<String> STREAMING = Set.of("index_kafka", "index_kinesis", "index_rabbit");

    private final String dataSource;
    private final List<String> intervals;
    private final boolean appended;
    private final boolean dropped;
    private final @Nullable Instant since;
    private final long published;

    private Written(
            TaskStatus status, @Nullable TaskReport report, List<String> intervals, boolean appended, boolean dropped) {
        this.dataSource = String.valueOf(status.dataSource());
        this.intervals = intervals;
        this.appended = appended;
        this.dropped = dropped;
        this.since = status.createdTime();
        this.published = report == null ? -1 : report.segmentsPublished().orElse(-1);
    }

    static Written of(JsonNode payload, TaskStatus status, @Nullable TaskReport report) {
        String type = payload.path("type").asText();
        if (WRITE_NOTHING.contains(type)) {
            return new Written(status, report, List.of(), false, false);
        }
        if (STREAMING.contains(type)) {
            return new Written(status, report, List.of(ETERNITY), true, false);
        }
        if (type.equals("compact")) {
            return new Written(status, report, compacted(payload, String.valueOf(status.dataSource())), false, true);
        }
        if (type.equals("query_controller")) {
            return query(payload.path("spec").path("destination"), status, report);
        }
        JsonNode spec = payload.path("spec");
        JsonNode ioConfig = spec.path("ioConfig");
        List<String> intervals =
                texts(spec.path("dataSchema").path("granularitySpec").path("intervals"));
        return new Written(
                status,
                report,
                orAllTime(intervals),
                ioConfig.path("appendToExisting").asBoolean(),
                ioConfig.path("dropExisting").asBoolean());
    }

    /** An SQL task replaces what its {@code OVERWRITE} says, or else inserts; or it is a question. */
    private static Written query(JsonNode destination, TaskStatus status, @Nullable TaskReport report) {
        if (!destination.path("type").asText().equals("dataSource")) {
            return new Written(status, report, List.of(), false, false);
        }
        List<String> replaced = texts(destination.path("replaceTimeChunks"));
        return new Written(status, report, orAllTime(replaced), replaced.isEmpty(), !replaced.isEmpty());
    }

    private static List<String> compacted(JsonNode payload, String dataSource) {
        List<String> intervals = new ArrayList<>();
        for (JsonNode input : List.of(payload.path("ioConfig").path("inputSpec"), payload)) {
            if (input.path("interval").isTextual()) {
                intervals.add(input.path("interval").asText());
            }
            for (String id : texts(input.path("segments"))) {
                SegmentName segment = SegmentName.parse(dataSource, id);
                intervals.add(segment.start() + "/" + segment.end());
            }
        }
        return orAllTime(intervals);
    }

    private static List<String> orAllTime(List<String> intervals) {
        return intervals.isEmpty() ? List.of(ETERNITY) : intervals;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list) {
            if (element.isTextual()) {
                texts.add(element.asText());
            }
        }
        return texts;
    }

    String dataSource() {
        return dataSource;
    }

    /** The times that it may have written. */
    List<String> intervals() {
        return intervals;
    }

    /** Whether there are no segments to look for. A task that drops what was there leaves tombstones, which do not count. */
    boolean isNothing() {
        return intervals.isEmpty() || (published == 0 && !dropped);
    }

    /** Whether there must be segments of it in the store. */
    boolean isSomething() {
        return published > 0;
    }

    /**
     * The segments to wait for, of those that are used. The version of a segment is the time when its task locked the time
     * chunk: those since the task began are its own, or newer still. What a task appends takes the version that is there,
     * and cannot be told from the rest: so all visible segments in its intervals count, as they do where the report tells
     * of more.
     */
    List<SegmentName> among(List<SegmentName> used) {
        List<SegmentName> visible = SegmentName.visible(used);
        List<SegmentName> recent = visible.stream().filter(this::isRecent).collect(Collectors.toList());
        return appended || recent.size() < published ? visible : recent;
    }

    /** Whether these are not its own, as a store shows them that lags behind; or it wrote nothing, and has no report. */
    boolean isBefore(List<SegmentName> used) {
        return appended
                ? used.size() < published
                : published != 0 && used.stream().noneMatch(this::isRecent);
    }

    private boolean isRecent(SegmentName segment) {
        return since != null && segment.isSince(since);
    }
}
