package io.druidingest.client.internal.task;

import io.druidingest.client.TaskTimeoutException;
import io.druidingest.client.internal.endpoint.SegmentEndpoints;
import io.druidingest.client.internal.endpoint.SqlEndpoints;
import io.druidingest.client.internal.endpoint.TaskEndpoints;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the rows of a task that succeeded can be queried.
 *
 * <p>SUCCESS means that the segments are in the metadata store; servers load them later. A load percentage cannot be
 * trusted here, since it may be that of the segments before. So the segments are read from the store itself, and the
 * Broker, which plans the queries, is asked for each of them and for the table.
 */
public final class Availability {

    private static final String ETERNITY = "-146136543-09-08T08:23:32.096Z/146140482-04-24T15:36:27.903Z";
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Transport transport;

    public Availability(Transport transport) {
        this.transport = transport;
    }

    /** Completes when everything that the task wrote can be queried. */
    public CompletableFuture<IngestResult> queryable(TaskStatus ended, @Nullable TaskReport report, Duration timeout) {
        if (report != null && report.segmentsPublished().orElse(1) == 0) {
            return CompletableFuture.completedFuture(new IngestResult(ended, report, List.of()));
        }
        return Steps.run(steps -> written(steps, ended.id(), report)
                .thenCompose(written -> steps.step(
                        transport.poll().until(() -> look(written), View::isComplete, FIRST, LONGEST, timeout)))
                .thenApply(view -> {
                    if (!view.isComplete()) {
                        throw new TaskTimeoutException(ended.id(), timeout, view.missing());
                    }
                    return new IngestResult(
                            ended,
                            report,
                            view.segments.stream().map(SegmentName::toString).collect(Collectors.toList()));
                }));
    }

    private CompletableFuture<Written> written(Steps steps, String id, @Nullable TaskReport report) {
        return steps.step(transport.send(TaskEndpoints.PAYLOAD.call(id)))
                .thenCombine(steps.step(transport.send(TaskEndpoints.STATUS.call(id))), (payload, status) -> {
                    List<String> intervals = new ArrayList<>();
                    payload.path("spec")
                            .path("dataSchema")
                            .path("granularitySpec")
                            .path("intervals")
                            .forEach(i -> intervals.add(i.asText()));
                    return new Written(
                            String.valueOf(status.dataSource()),
                            intervals.isEmpty() ? List.of(ETERNITY) : intervals,
                            status.createdTime(),
                            payload.path("spec")
                                    .path("ioConfig")
                                    .path("appendToExisting")
                                    .asBoolean(),
                            report == null ? 0 : report.segmentsPublished().orElse(0));
                });
    }

    private CompletableFuture<View> look(Written written) {
        return Steps.run(steps -> steps.step(transport.send(
                        SegmentEndpoints.USED_IN.callWith(Json.bytes(written.intervals), written.dataSource)))
                .thenCompose(ids -> {
                    List<SegmentName> segments = written.among(ids);
                    if (segments.isEmpty()) {
                        return CompletableFuture.completedFuture(new View(segments, 0, true));
                    }
                    return steps.step(served(written.dataSource, segments)).thenCompose(served -> {
                        int unserved = (int) segments.stream()
                                .filter(s -> !served.contains(s.toString()))
                                .count();
                        return unserved > 0
                                ? CompletableFuture.completedFuture(new View(segments, unserved, true))
                                : steps.step(hasTable(written.dataSource))
                                        .thenApply(table -> new View(segments, 0, table));
                    });
                }));
    }

    /** What the Broker serves in the time of these segments. */
    private CompletableFuture<Set<String>> served(String dataSource, List<SegmentName> segments) {
        String start = segments.stream()
                .map(SegmentName::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String end = segments.stream()
                .map(SegmentName::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Steps.run(steps -> steps.step(transport.send(SqlEndpoints.small(
                        "SELECT segment_id FROM sys.segments"
                                + " WHERE datasource = ? AND \"start\" >= ? AND \"end\" <= ? AND is_available = 1",
                        dataSource,
                        start,
                        end)))
                .thenApply(rows -> rows.stream()
                        .map(row -> String.valueOf(row.get("segment_id")))
                        .collect(Collectors.toCollection(HashSet::new))));
    }

    /** The Broker learns of a new table a moment after it learns of its segments. */
    private CompletableFuture<Boolean> hasTable(String dataSource) {
        return Steps.run(steps -> steps.step(transport.send(SqlEndpoints.small(
                        "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'druid' AND TABLE_NAME = ?",
                        dataSource)))
                .thenApply(rows -> !rows.isEmpty()));
    }

    /** What is known of the segments that a task wrote. */
    private static final class Written {

        private final String dataSource;
        private final List<String> intervals;
        private final @Nullable Instant since;
        private final boolean appended;
        private final long published;

        Written(String dataSource, List<String> intervals, @Nullable Instant since, boolean appended, long published) {
            this.dataSource = dataSource;
            this.intervals = intervals;
            this.since = since;
            this.appended = appended;
            this.published = published;
        }

        /**
         * The segments to wait for. The version of a segment is the time when its task locked the time chunk: those since
         * the task began are its own, or newer still. What a task appends takes the version that is there, and cannot be
         * told from the rest: so all visible segments in its intervals count, as they do where the report tells of more.
         */
        List<SegmentName> among(List<String> ids) {
            List<SegmentName> visible = SegmentName.visible(
                    ids.stream().map(id -> SegmentName.parse(dataSource, id)).collect(Collectors.toList()));
            List<SegmentName> recent = visible.stream()
                    .filter(s -> since != null && s.isSince(since))
                    .collect(Collectors.toList());
            return appended || recent.size() < published ? visible : recent;
        }
    }

    /** One look at the cluster. */
    private static final class View {

        private final List<SegmentName> segments;
        private final int unserved;
        private final boolean table;

        View(List<SegmentName> segments, int unserved, boolean table) {
            this.segments = segments;
            this.unserved = unserved;
            this.table = table;
        }

        boolean isComplete() {
            return unserved == 0 && table;
        }

        String missing() {
            return table
                    ? unserved + " of " + segments.size() + " segments are published and not served yet; look at the"
                            + " retention rules of the datasource, and at the space and health of the Historicals"
                    : "all " + segments.size()
                            + " segments are served, and the Broker's SQL does not know the table yet";
        }
    }
}
