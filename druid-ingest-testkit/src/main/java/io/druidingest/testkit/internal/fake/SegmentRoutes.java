package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import io.druidingest.unit.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the Coordinator tells of segments: which are used, and which are loaded. */
final class SegmentRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String COORDINATOR = "/druid/coordinator/v1/";
    private static final String METADATA = COORDINATOR + "metadata/";
    private static final Duration USUAL_RANGE = Duration.ofDays(14);

    private final World world;
    private final SegmentState segments;

    SegmentRoutes(World world, SegmentState segments) {
        this.world = world;
        this.segments = segments;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(METADATA + "datasources", request -> texts(segments.dataSources()))
                        .query("includeUnused"),
                Route.get(METADATA + "segments", this::all).query("datasources", "includeOvershadowedStatus"),
                Route.get(METADATA + "datasources/{datasource}/segments", this::used)
                        .query("full"),
                Route.post(METADATA + "datasources/{datasource}/segments", this::usedIn)
                        .query("full")
                        .json(),
                Route.get(METADATA + "datasources/{datasource}/segments/{segment}", this::one),
                Route.get(COORDINATOR + "loadstatus", request -> loadStatus()).query("simple", "full"),
                Route.get(COORDINATOR + "datasources", request -> texts(served())),
                Route.get(COORDINATOR + "datasources/{datasource}/loadstatus", this::loadStatusOf)
                        .query("forceMetadataRefresh", "interval", "simple"),
                Route.get(COORDINATOR + "datasources/{datasource}/handoffComplete", this::handoffComplete)
                        .query("interval", "partitionNumber", "version"));
    }

    private Reply all(Request request) {
        List<String> asked = request.queries("datasources");
        ArrayNode all = JSON.arrayNode();
        segments.dataSources().stream()
                .filter(d -> asked.isEmpty() || asked.contains(d))
                .flatMap(d -> segments.of(d).stream())
                .forEach(s -> all.add(
                        request.query("includeOvershadowedStatus") == null
                                ? s.json()
                                : s.json().put("overshadowed", false)));
        return Reply.json(all);
    }

    private Reply used(Request request) {
        List<FakeSegment> found = segments.of(request.variable("datasource"));
        return found.isEmpty() ? Reply.empty(404) : listed(request, found);
    }

    private Reply usedIn(Request request) {
        List<Interval> intervals = new ArrayList<>();
        JsonNode body = request.json();
        (body.isArray() ? body : body.path("intervals")).forEach(i -> intervals.add(Interval.of(i.asText())));
        return listed(
                request,
                segments.of(request.variable("datasource")).stream()
                        .filter(s -> intervals.stream().anyMatch(s::overlaps))
                        .collect(Collectors.toList()));
    }

    private static Reply listed(Request request, List<FakeSegment> found) {
        ArrayNode list = JSON.arrayNode();
        found.forEach(s -> {
            if (request.query("full") == null) {
                list.add(s.id());
            } else {
                list.add(s.json());
            }
        });
        return Reply.json(list);
    }

    private Reply one(Request request) {
        return segments.of(request.variable("datasource")).stream()
                .filter(s -> s.id().equals(request.variable("segment")))
                .findFirst()
                .map(s -> Reply.json(s.json()))
                .orElseGet(() -> Reply.empty(404));
    }

    private List<String> served() {
        return segments.dataSources().stream()
                .filter(d -> segments.of(d).stream().anyMatch(FakeSegment::isLoaded))
                .collect(Collectors.toList());
    }

    private Reply loadStatus() {
        ObjectNode percents = JSON.objectNode();
        segments.dataSources().forEach(d -> percents.put(d, percent(segments.of(d))));
        return Reply.json(percents);
    }

    /** Without an interval, it is about the last two weeks: which is a surprise for who loads older data. */
    private Reply loadStatusOf(Request request) {
        String dataSource = request.variable("datasource");
        if (request.query("forceMetadataRefresh") == null) {
            return Errors.invalidInput("Invalid request. forceMetadataRefresh must be specified");
        }
        if (segments.of(dataSource).isEmpty()) {
            return Reply.empty(204);
        }
        String said = request.query("interval");
        Instant now = world.now();
        Interval asked = said == null ? Interval.of(now.minus(USUAL_RANGE), now) : Interval.of(said.replace('_', '/'));
        List<FakeSegment> found =
                segments.of(dataSource).stream().filter(s -> s.overlaps(asked)).collect(Collectors.toList());
        if (found.isEmpty()) {
            return Errors.bare(200, "No used segment found for the given datasource and interval");
        }
        return Reply.json(
                request.query("simple") == null
                        ? JSON.objectNode().put(dataSource, percent(found))
                        : JSON.objectNode()
                                .put(
                                        dataSource,
                                        found.stream()
                                                .filter(s -> !s.isLoaded())
                                                .count()));
    }

    private static double percent(List<FakeSegment> segments) {
        return 100.0 * segments.stream().filter(FakeSegment::isLoaded).count() / segments.size();
    }

    private Reply handoffComplete(Request request) {
        Interval interval =
                Interval.of(String.valueOf(request.query("interval")).replace('_', '/'));
        return Errors.bare(
                200,
                String.valueOf(segments.of(request.variable("datasource")).stream()
                        .anyMatch(s -> s.isLoaded()
                                && s.overlaps(interval)
                                && s.version().compareTo(String.valueOf(request.query("version"))) >= 0)));
    }

    private static Reply texts(List<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(list::add);
        return Reply.json(list);
    }
}
