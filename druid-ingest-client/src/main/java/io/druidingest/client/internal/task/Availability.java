package io.druidingest.client.internal.task;

import io.druidingest.client.DruidHttpException;
import io.druidingest.client.IngestEvent.Rung;
import io.druidingest.client.TaskTimeoutException;
import io.druidingest.client.internal.endpoint.SegmentEndpoints;
import io.druidingest.client.internal.endpoint.SqlEndpoints;
import io.druidingest.client.internal.endpoint.TaskEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Retries;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the rows of a task that succeeded can be queried.
 *
 * <p>SUCCESS means that the segments are in the metadata store; servers load them later. A load percentage cannot be
 * trusted here, since it may be that of the segments before. So the segments are read from the store itself, and the
 * Broker, which plans the queries, is asked for each of them and for the table.
 *
 * <p>Looking again is how a look that fails is repeated: the requests of one are sent just once, so that none outlasts the
 * time given.
 */
public final class Availability {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** A Coordinator may answer from what it read of the store a minute ago; longer, and it is as it shows. */
    private static final Duration STALE = Duration.ofSeconds(90);

    private static final String SERVED = "SELECT segment_id, is_available FROM sys.segments"
            + " WHERE datasource = ? AND \"start\" >= ? AND \"end\" <= ? AND ";

    private final Transport transport;
    private final Transport once;
    private volatile boolean tellsUnloaded = true;

    public Availability(Transport transport) {
        this.transport = transport;
        this.once = transport.with(transport.settings().retryFor(Duration.ZERO));
    }

    /**
     * Completes when what the task wrote has got that far: its segments are in the metadata store, or all that can be
     * queried are served.
     *
     * @param reported the report, for which the time given counts as well; null if there is none
     */
    public CompletableFuture<IngestResult> reached(
            Rung rung, TaskStatus ended, CompletableFuture<@Nullable TaskReport> reported, Duration timeout) {
        Watch watch = new Watch(rung == Rung.QUERYABLE);
        CompletableFuture<IngestResult> seen = Steps.run(steps -> steps.step(reported)
                .thenCompose(report -> steps.step(written(ended.id(), report))
                        .thenCompose(written -> written.isNothing()
                                ? CompletableFuture.completedFuture(View.NOTHING)
                                : steps.step(transport
                                        .poll()
                                        .until(() -> watch.look(written), View::isComplete, FIRST, LONGEST, timeout)))
                        .thenApply(view -> {
                            if (!view.isComplete()) {
                                throw watch.late(ended.id(), rung, timeout);
                            }
                            return view.result(ended, report);
                        })));
        return Deadline.bound(seen, timeout, transport, () -> watch.late(ended.id(), rung, timeout));
    }

    private CompletableFuture<Written> written(String id, @Nullable TaskReport report) {
        return Steps.run(steps -> steps.step(transport.send(TaskEndpoints.PAYLOAD.call(id)))
                .thenCombine(
                        steps.step(transport.send(TaskEndpoints.STATUS.call(id))),
                        (payload, status) -> Written.of(payload, status, report)));
    }

    /** The looks of one who waits, and what was seen last. */
    private final class Watch {

        private final boolean queryable;
        private final long since = transport.time().nanos();
        private volatile View last = View.UNSEEN;
        private volatile @Nullable Throwable failure;

        Watch(boolean queryable) {
            this.queryable = queryable;
        }

        CompletableFuture<View> look(Written written) {
            return Steps.run(steps -> steps.step(used(written))
                    .thenCompose(used -> steps.step(view(written, used)))
                    .handle((view, unseen) -> {
                        failure = unseen == null ? null : Steps.cause(unseen);
                        if (view != null) {
                            last = view;
                        } else if (failure != null && !Retries.isPassing(failure)) {
                            throw new CompletionException(failure);
                        }
                        return failure == null ? last : View.UNSEEN;
                    }));
        }

        private CompletableFuture<List<SegmentName>> used(Written written) {
            return Steps.run(steps -> steps.step(once.send(
                            SegmentEndpoints.USED_IN.callWith(Json.bytes(written.intervals()), written.dataSource())))
                    .thenApply(ids -> ids.stream()
                            .map(id -> SegmentName.parse(written.dataSource(), id))
                            .collect(Collectors.toList())));
        }

        private CompletableFuture<View> view(Written written, List<SegmentName> used) {
            List<SegmentName> segments = written.among(used);
            boolean stale = written.isBefore(used) && transport.time().nanos() - since < STALE.toNanos();
            if (segments.isEmpty() && written.isSomething()) {
                return CompletableFuture.completedFuture(View.UNPUBLISHED);
            }
            if (stale) {
                return CompletableFuture.completedFuture(View.LAGGING);
            }
            return queryable && !segments.isEmpty()
                    ? served(written.dataSource(), segments)
                    : CompletableFuture.completedFuture(View.published(segments));
        }

        TaskTimeoutException late(String id, Rung rung, Duration timeout) {
            Throwable why = failure;
            return new TaskTimeoutException(
                    id,
                    rung,
                    timeout,
                    why == null ? last.missing() : "the last look at the cluster failed: " + why.getMessage(),
                    why);
        }
    }

    /** How far the Broker serves these segments. */
    private CompletableFuture<View> served(String dataSource, List<SegmentName> segments) {
        return Steps.run(steps -> steps.step(available(dataSource, segments)).thenCompose(available -> {
            List<String> unloaded = ids(segments, available, false);
            int served = ids(segments, available, true).size();
            int unserved = segments.size() - served - unloaded.size();
            return unserved > 0 || served == 0
                    ? CompletableFuture.completedFuture(new View(segments, unloaded, unserved, true))
                    : steps.step(hasTable(dataSource)).thenApply(table -> new View(segments, unloaded, 0, table));
        }));
    }

    private static List<String> ids(List<SegmentName> segments, Map<String, Boolean> available, boolean served) {
        return segments.stream()
                .map(SegmentName::toString)
                .filter(id -> Boolean.valueOf(served).equals(available.get(id)))
                .collect(Collectors.toList());
    }

    /** Whether the Broker serves each of them: those that it will never serve have false, those that it may have nothing. */
    @SuppressWarnings("FutureReturnValueIgnored") // the inner future is the one that is composed
    private CompletableFuture<Map<String, Boolean>> available(String dataSource, List<SegmentName> segments) {
        boolean unloaded = tellsUnloaded;
        String sql = SERVED + (unloaded ? "(is_available = 1 OR replication_factor = 0)" : "is_available = 1");
        Comparator<String> order = Comparator.naturalOrder();
        String start = segments.stream().map(SegmentName::start).min(order).orElseThrow();
        String end = segments.stream().map(SegmentName::end).max(order).orElseThrow();
        return Steps.run(steps -> steps.step(once.send(SqlEndpoints.small(sql, dataSource, start, end)))
                .handle((rows, failure) -> {
                    if (failure == null) {
                        Map<String, Boolean> available = new HashMap<>();
                        rows.forEach(row -> available.put(
                                String.valueOf(row.get("segment_id")),
                                String.valueOf(row.get("is_available")).equals("1")));
                        return CompletableFuture.completedFuture(available);
                    }
                    if (unloaded && isUnknownColumn(failure)) { // Druid before 28
                        tellsUnloaded = false;
                        return steps.step(available(dataSource, segments));
                    }
                    throw new CompletionException(Steps.cause(failure));
                })
                .thenCompose(available -> available));
    }

    private static boolean isUnknownColumn(Throwable failure) {
        Throwable cause = Steps.cause(failure);
        return cause instanceof DruidHttpException
                && ((DruidHttpException) cause).status() == 400
                && ((DruidHttpException) cause).error().message().contains("replication_factor");
    }

    /** The Broker learns of a new table a moment after it learns of its segments. */
    private CompletableFuture<Boolean> hasTable(String dataSource) {
        return Steps.run(steps -> steps.step(once.send(SqlEndpoints.small(
                        "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'druid' AND TABLE_NAME = ?",
                        dataSource)))
                .thenApply(rows -> !rows.isEmpty()));
    }

    /** One look at the cluster. */
    private static final class View {

        static final View NOTHING = published(List.of());
        static final View UNSEEN = new View(List.of(), List.of(), -1, false);
        static final View UNPUBLISHED = new View(List.of(), List.of(), -1, true);
        static final View LAGGING = new View(List.of(), List.of(), -1, true);

        private final List<SegmentName> segments;
        private final List<String> unloaded;
        /** How many are not served yet; -1 if the segments themselves are not there. */
        private final int unserved;

        private final boolean table;

        View(List<SegmentName> segments, List<String> unloaded, int unserved, boolean table) {
            this.segments = segments;
            this.unloaded = unloaded;
            this.unserved = unserved;
            this.table = table;
        }

        static View published(List<SegmentName> segments) {
            return new View(segments, List.of(), 0, true);
        }

        boolean isComplete() {
            return unserved == 0 && table;
        }

        IngestResult result(TaskStatus ended, @Nullable TaskReport report) {
            return new IngestResult(
                    ended, report, segments.stream().map(SegmentName::toString).collect(Collectors.toList()), unloaded);
        }

        String missing() {
            if (this == UNSEEN) {
                return "the cluster gave no answer";
            }
            if (this == LAGGING) {
                return "the metadata store does not show what it wrote, if it wrote anything, and may lag behind; give it"
                        + " more than " + STALE.toSeconds() + " seconds";
            }
            if (this == UNPUBLISHED) {
                return "none of its segments is used; look for a kill task, a drop rule of the datasource, or somebody"
                        + " who has marked them unused";
            }
            return table
                    ? unserved + " of " + segments.size() + " segments are published and not served yet; look at the"
                            + " retention rules of the datasource, and at the space and health of the Historicals"
                    : "all " + segments.size()
                            + " segments are served, and the Broker's SQL does not know the table yet";
        }
    }
}
