package io.druidingest.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.internal.endpoint.SegmentEndpoints;
import io.druidingest.client.internal.endpoint.SegmentUpdateEndpoints;
import io.druidingest.client.internal.endpoint.SqlEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.internal.task.SegmentName;
import io.druidingest.client.model.DataSegment;
import io.druidingest.client.model.LoadQueue;
import io.druidingest.client.model.LoadStatus;
import io.druidingest.client.model.SegmentSummary;
import io.druidingest.client.model.SegmentTotal;
import io.druidingest.client.model.SegmentUpdate;
import io.druidingest.client.model.ServedDataSource;
import io.druidingest.client.model.ServedSegment;
import io.druidingest.client.model.UnusedSegment;
import io.druidingest.json.SpecJson;
import io.druidingest.unit.Interval;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which segments there are and where, and marks them used or unused. Thread-safe.
 *
 * <p>Lists that may be huge are handed out one by one while the answer comes, in constant memory, by the thread of the
 * request: a consumer that is slow slows down the answer, and one that throws ends it, and fails the future. A list that
 * breaks off is a failure too, and is not asked for again, since part of it has been handed out.
 *
 * <p>What is used is told from the Coordinator's snapshot of the metadata store, which may be a minute old
 * ({@code druid.manager.segments.pollDuration}), unless it is said otherwise.
 *
 * <p>To delete unused segments for good, submit a {@link io.druidingest.spec.KillTask}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/data-management-api">data management API</a>
 */
public final class Segments {

    private final Transport transport;
    private final Fallback fallback;

    Segments(Transport transport, Fallback fallback) {
        this.transport = transport;
        this.fallback = fallback;
    }

    /** The datasources that have used segments, by name. */
    public CompletableFuture<List<String>> dataSources() {
        return transport.send(SegmentEndpoints.DATASOURCES.call());
    }

    /** The datasources that have segments in the metadata store, used or not. Reads the store. */
    public CompletableFuture<List<String>> dataSourcesIncludingUnused() {
        return transport.send(SegmentEndpoints.DATASOURCES.call().flag("includeUnused", true));
    }

    /**
     * The used segments of a datasource, those that newer ones hide among them.
     *
     * @return how many there were; none of a datasource that is not known
     */
    public CompletableFuture<Long> used(String dataSource, Consumer<? super DataSegment> each) {
        return transport.send(streamed(SegmentEndpoints.USED, DataSegment::of, each, dataSource)
                .flag("full", true));
    }

    /**
     * The used segments of a datasource that overlap any of these times, from the metadata store itself, and so also those
     * that have just been published. (Those that have just been marked used again Druid 37 sees a moment later.)
     *
     * @return how many there were; none of a datasource that is not known
     */
    public CompletableFuture<Long> used(
            String dataSource, Collection<Interval> intervals, Consumer<? super DataSegment> each) {
        return transport.send(streamed(SegmentEndpoints.USED_IN, DataSegment::of, each, dataSource)
                .flag("full", true)
                .body(body(intervals)));
    }

    /** The ids of what {@link #used(String, Consumer)} tells, which is a quarter as much to send. */
    public CompletableFuture<Long> usedIds(String dataSource, Consumer<? super String> each) {
        return transport.send(streamed(SegmentEndpoints.USED, JsonNode::asText, each, dataSource));
    }

    /** The ids of what {@link #used(String, Collection, Consumer)} tells, which is a quarter as much to send. */
    public CompletableFuture<Long> usedIds(
            String dataSource, Collection<Interval> intervals, Consumer<? super String> each) {
        return transport.send(streamed(SegmentEndpoints.USED_IN, JsonNode::asText, each, dataSource)
                .body(body(intervals)));
    }

    /** All used segments of all datasources, with {@link DataSegment#overshadowed}. */
    public CompletableFuture<Long> allUsed(Consumer<? super DataSegment> each) {
        return allUsed(options -> options, each);
    }

    /** The used segments that the options choose, with {@link DataSegment#overshadowed}. */
    public CompletableFuture<Long> allUsed(
            UnaryOperator<AllSegmentsOptions> options, Consumer<? super DataSegment> each) {
        AllSegmentsOptions chosen = options.apply(new AllSegmentsOptions());
        return transport.send(chosen.in(streamed(SegmentEndpoints.ALL_USED, DataSegment::of, each)));
    }

    /**
     * A used segment.
     *
     * @throws IllegalArgumentException if the id is none of the datasource
     * @return null if it is not there
     */
    public CompletableFuture<@Nullable DataSegment> segment(String dataSource, String segmentId) {
        return orNull(transport.send(SegmentEndpoints.SEGMENT.call(dataSource, of(dataSource, segmentId))));
    }

    /**
     * A segment, used or not, from the metadata store itself. Since Druid 28; before, it has to be used.
     *
     * @throws IllegalArgumentException if the id is none of the datasource
     * @return null if it is not there
     */
    public CompletableFuture<@Nullable DataSegment> segmentIncludingUnused(String dataSource, String segmentId) {
        return orNull(transport.send(SegmentEndpoints.SEGMENT
                .call(dataSource, of(dataSource, segmentId))
                .query("includeUnused", true)));
    }

    /** The unused segments of a datasource, from the metadata store itself. Since Druid 30. */
    public CompletableFuture<Long> unused(String dataSource, Consumer<? super UnusedSegment> each) {
        return unused(dataSource, options -> options, each);
    }

    /** The unused segments of a datasource that the options choose, from the metadata store itself. Since Druid 30. */
    public CompletableFuture<Long> unused(
            String dataSource, UnaryOperator<UnusedSegmentsOptions> options, Consumer<? super UnusedSegment> each) {
        UnusedSegmentsOptions chosen = options.apply(new UnusedSegmentsOptions());
        return transport.send(chosen.in(streamed(SegmentEndpoints.UNUSED, UnusedSegment::of, each, dataSource)));
    }

    /**
     * The used segments of a datasource that no newer ones hide, by their intervals, in the order of time; in each, by
     * partition. All are held in memory.
     */
    public CompletableFuture<Map<Interval, List<DataSegment>>> timeline(String dataSource) {
        return timeline(dataSource, all -> used(dataSource, all));
    }

    /** What {@link #timeline(String)} tells, of these times, and from the metadata store itself. */
    public CompletableFuture<Map<Interval, List<DataSegment>>> timeline(
            String dataSource, Collection<Interval> intervals) {
        return timeline(dataSource, all -> used(dataSource, intervals, all));
    }

    private static CompletableFuture<Map<Interval, List<DataSegment>>> timeline(
            String dataSource, Function<Consumer<DataSegment>, CompletableFuture<Long>> question) {
        Map<String, DataSegment> used = new LinkedHashMap<>();
        return Steps.run(steps -> steps.step(question.apply(segment -> used.put(segment.id(), segment)))
                .thenApply(count -> {
                    List<SegmentName> names = used.keySet().stream()
                            .map(id -> SegmentName.parse(dataSource, id))
                            .collect(Collectors.toList());
                    return SegmentName.visible(names).stream()
                            .map(name -> used.get(name.toString()))
                            .sorted(Comparator.<DataSegment, Instant>comparing(
                                            segment -> segment.interval().start())
                                    .thenComparing(segment -> segment.interval().end())
                                    .thenComparing(
                                            segment -> segment.shardSpec().partitionNum()))
                            .collect(Collectors.groupingBy(
                                    DataSegment::interval, LinkedHashMap::new, Collectors.toList()));
                }));
    }

    /** What the datasources have of segments, by name; as SQL tells, so the Broker is asked, and has to have SQL. */
    public CompletableFuture<Map<String, SegmentSummary>> summaries() {
        return Steps.run(steps -> steps.step(transport.send(SqlEndpoints.small("SELECT datasource,"
                        + " COUNT(*) AS segments,"
                        + " COUNT(*) FILTER (WHERE is_available = 0) AS unavailable,"
                        + " SUM(\"size\") AS \"size\","
                        + " SUM(\"size\" * num_replicas) AS replicated_size,"
                        + " SUM(num_rows) AS num_rows"
                        + " FROM sys.segments WHERE is_published = 1 AND is_overshadowed = 0 GROUP BY 1")))
                .thenApply(rows -> {
                    Map<String, SegmentSummary> summaries = new LinkedHashMap<>();
                    rows.stream()
                            .map(row -> SegmentSummary.of(SpecJson.tree(row)))
                            .forEach(summary -> summaries.put(summary.dataSource(), summary));
                    return summaries;
                }));
    }

    /** How much of each datasource is loaded, in percent. */
    public CompletableFuture<Map<String, LoadStatus>> loadStatus() {
        return loadStatus(LoadStatus.Form.PERCENT);
    }

    /** How much of each datasource is loaded. */
    public CompletableFuture<Map<String, LoadStatus>> loadStatus(LoadStatus.Form form) {
        Call<JsonNode> call = LoadStatusOptions.in(form, SegmentEndpoints.LOAD_STATUS.call());
        return Steps.run(steps -> steps.step(transport.send(call)).thenApply(LoadStatus::ofAll));
    }

    /** How much of a datasource is loaded of the last two weeks, in percent. */
    public CompletableFuture<LoadStatus> loadStatus(String dataSource) {
        return loadStatus(dataSource, options -> options);
    }

    /** How much of a datasource is loaded. */
    public CompletableFuture<LoadStatus> loadStatus(String dataSource, UnaryOperator<LoadStatusOptions> options) {
        LoadStatusOptions chosen = options.apply(new LoadStatusOptions());
        return transport.send(chosen.in(SegmentEndpoints.LOAD_STATUS_OF.call(dataSource)));
    }

    /** What each server has yet to load and to drop, by {@code host:port}. */
    public CompletableFuture<Map<String, LoadQueue>> loadQueue() {
        return transport.send(SegmentEndpoints.LOAD_QUEUE.call().flag("simple", true));
    }

    /**
     * Whether servers have taken over a segment from the task that made it, or never will, since the rules let it drop or
     * a newer one hides it.
     *
     * @param interval that of the segment, both of its ends
     */
    public CompletableFuture<Boolean> handoffComplete(
            String dataSource, Interval interval, int partitionNumber, String version) {
        return transport.send(SegmentEndpoints.HANDOFF_COMPLETE
                .call(dataSource)
                .query("interval", Checks.wellFormed(interval))
                .query("partitionNumber", partitionNumber)
                .query("version", version));
    }

    /** The datasources of which servers have loaded segments, by name. */
    public CompletableFuture<List<String>> servedDataSources() {
        return transport.send(SegmentEndpoints.SERVED_DATASOURCES.call());
    }

    /** What the servers have loaded of a datasource; null if they have nothing. */
    public CompletableFuture<@Nullable ServedDataSource> served(String dataSource) {
        return orNull(transport.send(SegmentEndpoints.SERVED_DATASOURCE.call(dataSource)));
    }

    /**
     * The segments of a datasource that servers have loaded, each with its servers.
     *
     * @return how many there were; none of a datasource that is not known
     */
    public CompletableFuture<Long> served(String dataSource, Consumer<? super ServedSegment> each) {
        return transport.send(SegmentEndpoints.SERVED_INTERVALS
                .streamed(
                        reply -> reply.ifThere(there ->
                                        Json.each(there.body(), 2, json -> each.accept(ServedSegment.of(json))))
                                .orElse(0L),
                        dataSource)
                .flag("full", true));
    }

    /**
     * The intervals of which servers have loaded segments, the newest first.
     *
     * @return none of a datasource that is not known
     */
    public CompletableFuture<Map<Interval, SegmentTotal>> servedIntervals(String dataSource) {
        return transport.send(SegmentEndpoints.SERVED_INTERVALS.call(dataSource).flag("simple", true));
    }

    /** Marks all segments of a datasource used that newer ones do not hide. */
    public CompletableFuture<SegmentUpdate> markUsed(String dataSource) {
        return fallback.send(
                transport,
                SegmentUpdateEndpoints.USE_ALL.call(dataSource),
                SegmentUpdateEndpoints.USE_ALL_BEFORE_32.call(dataSource));
    }

    /**
     * Marks the segments used that lie within that time, and that newer ones do not hide.
     *
     * @param versions only segments of these; since Druid 32
     */
    public CompletableFuture<SegmentUpdate> markUsed(String dataSource, Interval interval, String... versions) {
        return update(
                SegmentUpdateEndpoints.USE,
                SegmentUpdateEndpoints.USE_BEFORE_32,
                dataSource,
                Checks.wellFormed(interval),
                versions);
    }

    /**
     * Marks these segments used, if newer ones do not hide them.
     *
     * @throws IllegalArgumentException if an id is none of the datasource
     */
    public CompletableFuture<SegmentUpdate> markUsed(String dataSource, Collection<String> segmentIds) {
        return update(SegmentUpdateEndpoints.USE, SegmentUpdateEndpoints.USE_BEFORE_32, dataSource, segmentIds);
    }

    /**
     * Marks a segment used, also if newer ones hide it.
     *
     * @throws IllegalArgumentException if the id is none of the datasource
     */
    public CompletableFuture<SegmentUpdate> markUsed(String dataSource, String segmentId) {
        return fallback.send(
                transport,
                SegmentUpdateEndpoints.USE_ONE.call(dataSource, of(dataSource, segmentId)),
                SegmentUpdateEndpoints.USE_ONE_BEFORE_32.call(dataSource, of(dataSource, segmentId)));
    }

    /** Marks all segments of a datasource unused, by which it vanishes from queries. */
    public CompletableFuture<SegmentUpdate> markUnused(String dataSource) {
        return fallback.send(
                transport,
                SegmentUpdateEndpoints.UNUSE_ALL.call(dataSource),
                SegmentUpdateEndpoints.UNUSE_ALL_BEFORE_32.call(dataSource));
    }

    /**
     * Marks the segments unused that lie within that time.
     *
     * @param versions only segments of these; since Druid 32
     */
    public CompletableFuture<SegmentUpdate> markUnused(String dataSource, Interval interval, String... versions) {
        return update(
                SegmentUpdateEndpoints.UNUSE,
                SegmentUpdateEndpoints.UNUSE_BEFORE_32,
                dataSource,
                Checks.wellFormed(interval),
                versions);
    }

    /**
     * Marks these segments unused.
     *
     * @throws IllegalArgumentException if an id is none of the datasource
     */
    public CompletableFuture<SegmentUpdate> markUnused(String dataSource, Collection<String> segmentIds) {
        return update(SegmentUpdateEndpoints.UNUSE, SegmentUpdateEndpoints.UNUSE_BEFORE_32, dataSource, segmentIds);
    }

    /**
     * Marks a segment unused.
     *
     * @throws IllegalArgumentException if the id is none of the datasource
     */
    public CompletableFuture<SegmentUpdate> markUnused(String dataSource, String segmentId) {
        return fallback.send(
                transport,
                SegmentUpdateEndpoints.UNUSE_ONE.call(dataSource, of(dataSource, segmentId)),
                SegmentUpdateEndpoints.UNUSE_ONE_BEFORE_32.call(dataSource, of(dataSource, segmentId)));
    }

    private CompletableFuture<SegmentUpdate> update(
            Endpoint<SegmentUpdate> newer, Endpoint<SegmentUpdate> older, String dataSource, Collection<String> ids) {
        ids.forEach(id -> of(dataSource, id));
        byte[] body = Json.bytes(Map.of("segmentIds", ids));
        return fallback.send(transport, newer.callWith(body, dataSource), older.callWith(body, dataSource));
    }

    private CompletableFuture<SegmentUpdate> update(
            Endpoint<SegmentUpdate> newer,
            Endpoint<SegmentUpdate> older,
            String dataSource,
            Interval interval,
            String... versions) {
        if (versions.length > 0) { // there are Coordinators that would pass over them, and change more
            byte[] body = Json.bytes(Map.of("interval", interval, "versions", Arrays.asList(versions)));
            return transport.send(newer.callWith(body, dataSource));
        }
        byte[] body = Json.bytes(Map.of("interval", interval));
        return fallback.send(transport, newer.callWith(body, dataSource), older.callWith(body, dataSource));
    }

    /** The id, if it can be one of the datasource: others are passed over by Druid, or make it fail. */
    private static String of(String dataSource, String segmentId) {
        Checks.check(
                segmentId.startsWith(dataSource + "_"),
                segmentId + " is the id of no segment of " + dataSource + ": those begin with " + dataSource + "_");
        return segmentId;
    }

    private static byte[] body(Collection<Interval> intervals) {
        intervals.forEach(Checks::wellFormed);
        return Json.bytes(intervals);
    }

    private static <T> Call<Long> streamed(
            Endpoint<?> endpoint, Function<JsonNode, T> view, Consumer<? super T> each, String... parameters) {
        return endpoint.streamed(
                reply -> reply.ifThere(there -> Json.each(there.body(), json -> each.accept(view.apply(json))))
                        .orElse(0L),
                parameters);
    }

    private static <T> CompletableFuture<@Nullable T> orNull(CompletableFuture<Optional<T>> answer) {
        return Steps.run(steps -> steps.step(answer).thenApply(value -> value.orElse(null)));
    }
}
