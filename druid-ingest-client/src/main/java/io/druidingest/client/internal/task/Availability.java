package io.druidingest.client.internal.task;

import io.druidingest.client.Sql;
import io.druidingest.client.TaskTimeoutException;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private final Sql sql;

    public Availability(Transport transport, Sql sql) {
        this.transport = transport;
        this.sql = sql;
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
                    return new IngestResult(ended, report, view.segments);
                }));
    }

    private CompletableFuture<Written> written(Steps steps, String id, @Nullable TaskReport report) {
        return steps.step(transport.send(Endpoints.PAYLOAD.call(id)))
                .thenCombine(steps.step(transport.send(Endpoints.STATUS.call(id))), (payload, status) -> {
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
                            report == null ? 1 : report.segmentsPublished().orElse(1));
                });
    }

    private CompletableFuture<View> look(Written written) {
        return Steps.run(steps -> steps.step(transport.send(
                        Endpoints.USED_SEGMENTS.callWith(Json.bytes(written.intervals), written.dataSource)))
                .thenCompose(ids -> {
                    List<String> segments = written.among(ids);
                    return steps.step(served(written.dataSource))
                            .thenCompose(served -> served.containsAll(segments)
                                    ? steps.step(hasTable(written.dataSource))
                                            .thenApply(table -> new View(segments, 0, table))
                                    : CompletableFuture.completedFuture(new View(
                                            segments,
                                            (int) segments.stream()
                                                    .filter(s -> !served.contains(s))
                                                    .count(),
                                            true)));
                }));
    }

    private CompletableFuture<Set<String>> served(String dataSource) {
        return Steps.run(steps -> steps.step(sql.query(
                        "SELECT segment_id FROM sys.segments WHERE datasource = ? AND is_available = 1", dataSource))
                .thenApply(rows -> rows.stream()
                        .map(row -> String.valueOf(row.get("segment_id")))
                        .collect(Collectors.toCollection(HashSet::new))));
    }

    /** The Broker learns of a new table a moment after it learns of its segments. */
    private CompletableFuture<Boolean> hasTable(String dataSource) {
        return Steps.run(steps -> steps.step(sql.query(
                        "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'druid' AND TABLE_NAME = ?",
                        dataSource))
                .thenApply(rows -> !rows.isEmpty()));
    }

    /** What is known of the segments that a task wrote. */
    private static final class Written {

        private final String dataSource;
        private final List<String> intervals;
        private final @Nullable Instant since;
        private final long atLeast;

        Written(String dataSource, List<String> intervals, @Nullable Instant since, long atLeast) {
            this.dataSource = dataSource;
            this.intervals = intervals;
            this.since = since;
            this.atLeast = atLeast;
        }

        /**
         * The segments to wait for. The version of a segment is the time when its task, or an earlier one that this one
         * appended to, locked it: those since the task began are its own, or newer still. Where that explains too few,
         * the task appended, and all segments in its intervals count.
         */
        List<String> among(List<String> ids) {
            List<SegmentName> visible = SegmentName.visible(
                    ids.stream().map(id -> SegmentName.parse(dataSource, id)).collect(Collectors.toList()));
            List<String> recent = visible.stream()
                    .filter(s -> since == null || s.isSince(since))
                    .map(SegmentName::toString)
                    .collect(Collectors.toList());
            return recent.size() >= atLeast
                    ? recent
                    : visible.stream().map(SegmentName::toString).collect(Collectors.toList());
        }
    }

    /** One look at the cluster. */
    private static final class View {

        private final List<String> segments;
        private final int unserved;
        private final boolean table;

        View(List<String> segments, int unserved, boolean table) {
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
