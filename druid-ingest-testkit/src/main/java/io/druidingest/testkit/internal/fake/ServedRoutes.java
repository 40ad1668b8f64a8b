package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import io.druidingest.unit.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the Coordinator tells of what servers have loaded, and have yet to load. There is one server, of the usual tier. */
final class ServedRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BASE = "/druid/coordinator/v1/";
    private static final String SERVED = BASE + "datasources";
    private static final String SERVER = "127.0.0.1:8083";
    private static final String TIER = "_default_tier";
    private static final Duration USUAL_RANGE = Duration.ofDays(14);

    private final World world;
    private final SegmentState segments;

    ServedRoutes(World world, SegmentState segments) {
        this.world = world;
        this.segments = segments;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE + "loadstatus", this::loadStatus).query("simple", "full", "computeUsingClusterView"),
                Route.get(BASE + "loadqueue", request -> loadQueue()).query("simple"),
                Route.get(SERVED, request -> SegmentRoutes.texts(segments.names(FakeSegment::isLoaded))),
                Route.get(SERVED + "/{datasource}", this::served),
                Route.get(SERVED + "/{datasource}/intervals", this::intervals).query("simple", "full"),
                Route.get(SERVED + "/{datasource}/loadstatus", this::loadStatusOf)
                        .query("forceMetadataRefresh", "interval", "simple", "full", "computeUsingClusterView"),
                Route.get(SERVED + "/{datasource}/handoffComplete", this::handoffComplete)
                        .query("interval", "partitionNumber", "version"));
    }

    private Reply loadStatus(Request request) {
        ObjectNode of = JSON.objectNode();
        segments.dataSources().forEach(d -> putStatus(of, d, segments.of(d), request));
        return status(of, request);
    }

    private static Reply status(ObjectNode of, Request request) {
        return Reply.json(request.query("full") == null ? of : JSON.objectNode().set(TIER, of));
    }

    private static void putStatus(ObjectNode into, String dataSource, List<FakeSegment> found, Request request) {
        long missing = found.stream().filter(s -> !s.isLoaded()).count();
        if (request.query("simple") == null && request.query("full") == null) {
            into.put(dataSource, 100.0 * (found.size() - missing) / found.size());
        } else {
            into.put(dataSource, missing);
        }
    }

    /** Without an interval, it is about the last two weeks: which is a surprise for who loads older data. */
    private Reply loadStatusOf(Request request) {
        String dataSource = request.variable("datasource");
        if (request.query("forceMetadataRefresh") == null) {
            return Errors.bare(400, "Invalid request. forceMetadataRefresh must be specified");
        }
        if (segments.of(dataSource).isEmpty()) {
            return Reply.emptyJson(204);
        }
        String said = request.query("interval");
        Instant now = world.now();
        Interval asked = said == null ? Interval.of(now.minus(USUAL_RANGE), now) : Interval.of(said.replace('_', '/'));
        List<FakeSegment> found =
                segments.of(dataSource).stream().filter(s -> s.overlaps(asked)).collect(Collectors.toList());
        if (found.isEmpty()) {
            return Errors.bare(200, "No used segment found for the given datasource and interval");
        }
        ObjectNode of = JSON.objectNode();
        putStatus(of, dataSource, found, request);
        return status(of, request);
    }

    private Reply loadQueue() {
        List<FakeSegment> waiting = segments.dataSources().stream()
                .flatMap(d -> segments.of(d).stream())
                .filter(s -> !s.isLoaded())
                .collect(Collectors.toList());
        ObjectNode queues = JSON.objectNode();
        queues.putObject(SERVER)
                .put("segmentsToLoad", waiting.size())
                .put("segmentsToDrop", 0)
                .put("segmentsToLoadSize", size(waiting))
                .put("segmentsToDropSize", 0)
                .put("expectedLoadTimeMillis", 0);
        return Reply.json(queues);
    }

    private List<FakeSegment> loaded(Request request) {
        return segments.of(request.variable("datasource")).stream()
                .filter(FakeSegment::isLoaded)
                .collect(Collectors.toList());
    }

    private static long size(List<FakeSegment> segments) {
        return segments.stream().mapToLong(FakeSegment::size).sum();
    }

    private Reply served(Request request) {
        List<FakeSegment> loaded = loaded(request);
        if (loaded.isEmpty()) {
            return Reply.emptyJson(204);
        }
        ObjectNode answer = JSON.objectNode();
        answer.putObject("tiers")
                .putObject(TIER)
                .put("size", size(loaded))
                .put("replicatedSize", size(loaded))
                .put("segmentCount", loaded.size());
        Comparator<String> order = Comparator.naturalOrder();
        answer.putObject("segments")
                .put("maxTime", loaded.stream().map(FakeSegment::end).max(order).orElse(""))
                .put("size", size(loaded))
                .put(
                        "minTime",
                        loaded.stream().map(FakeSegment::start).min(order).orElse(""))
                .put("count", loaded.size())
                .put("replicatedSize", size(loaded));
        return Reply.json(answer);
    }

    /** The newest first. */
    private Reply intervals(Request request) {
        List<FakeSegment> loaded = loaded(request);
        if (loaded.isEmpty()) {
            return Reply.emptyJson(204);
        }
        loaded.sort(Comparator.comparing(FakeSegment::start).reversed());
        Function<FakeSegment, String> interval = s -> s.start() + "/" + s.end();
        if (request.query("simple") == null && request.query("full") == null) {
            return SegmentRoutes.texts(loaded.stream().map(interval).distinct().collect(Collectors.toList()));
        }
        ObjectNode answer = JSON.objectNode();
        for (FakeSegment segment : loaded) {
            String key = interval.apply(segment);
            ObjectNode there = answer.has(key) ? (ObjectNode) answer.get(key) : answer.putObject(key);
            if (request.query("full") == null) {
                there.put("size", there.path("size").asLong() + segment.size())
                        .put("count", there.path("count").asInt() + 1);
            } else {
                ObjectNode one = there.putObject(segment.id());
                one.set("metadata", segment.json());
                one.putArray("servers").add(SERVER);
            }
        }
        return Reply.json(answer);
    }

    private Reply handoffComplete(Request request) {
        Interval interval =
                Interval.of(String.valueOf(request.query("interval")).replace('_', '/'));
        return Errors.bare(
                200,
                String.valueOf(loaded(request).stream()
                        .anyMatch(s -> s.overlaps(interval)
                                && s.version().compareTo(String.valueOf(request.query("version"))) >= 0)));
    }
}
