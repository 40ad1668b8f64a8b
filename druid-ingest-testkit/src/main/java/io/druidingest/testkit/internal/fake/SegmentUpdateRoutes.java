package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import io.druidingest.unit.Interval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Marks segments used and unused, as the Overlord does and, by handing on, the Coordinator. */
final class SegmentUpdateRoutes implements Area {

    private final World world;
    private final SegmentState segments;

    SegmentUpdateRoutes(World world, SegmentState segments) {
        this.world = world;
        this.segments = segments;
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String base : List.of("/druid/indexer/v1/datasources/", "/druid/coordinator/v1/datasources/")) {
            String path = base + "{datasource}";
            routes.add(Route.post(path, r -> use(r, s -> true)));
            routes.add(Route.delete(path, r -> unuse(r, s -> true)));
            routes.add(Route.post(path + "/markUsed", r -> use(r, meant(r, true)))
                    .keys("interval", "versions", "segmentIds")
                    .json());
            routes.add(Route.post(path + "/markUnused", r -> unuse(r, meant(r, false)))
                    .keys("interval", "versions", "segmentIds")
                    .json());
            routes.add(Route.post(path + "/segments/{segment}", r -> use(r, one(r))));
            routes.add(Route.delete(path + "/segments/{segment}", r -> unuse(r, one(r))));
        }
        return routes;
    }

    /** Druid 33 does it, and then cannot tell who takes any type, as the Coordinator does who hands this on. */
    private Reply use(Request request, Predicate<FakeSegment> which) {
        Reply reply = changed(segments.use(request.variable("datasource"), which));
        if (world.version() >= 37 || request.path().contains("/segments/")) {
            return reply;
        }
        if (request.path().startsWith("/druid/coordinator/")) {
            return Reply.json(
                    500,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("error", "Unknown server error")
                            .put(
                                    "message",
                                    "org.apache.druid.rpc.HttpResponseException: Server error [500 Internal Server"
                                            + " Error]; no body"));
        }
        String accept = request.header("Accept");
        return accept != null && accept.contains("application/json") ? reply : Reply.empty(500);
    }

    private Reply unuse(Request request, Predicate<FakeSegment> which) {
        return changed(segments.unuse(request.variable("datasource"), which));
    }

    private static Reply changed(int count) {
        return Reply.json(JsonNodeFactory.instance
                .objectNode()
                .put("numChangedSegments", count)
                .put("segmentStateChanged", count > 0));
    }

    private static Predicate<FakeSegment> one(Request request) {
        String id = request.variable("segment");
        return s -> s.id().equals(id);
    }

    /** What the body means: segments within an interval, of some versions or of all, or those of some ids. */
    private static Predicate<FakeSegment> meant(Request request, boolean refusesNonsense) {
        JsonNode body = request.json();
        boolean byInterval = body.hasNonNull("interval");
        boolean byVersion = body.hasNonNull("versions");
        boolean byId = body.hasNonNull("segmentIds");
        if (byInterval == byId || (byVersion && byId)) {
            throw new Refusal(Errors.invalidInput(
                    "Invalid request payload. Specify either 'interval' or 'segmentIds', but not both."
                            + " Optionally, include 'versions' only when 'interval' is provided."));
        }
        if (byInterval) {
            Interval interval = Interval.of(body.path("interval").asText());
            Set<String> versions = texts(body.path("versions"));
            return s -> s.isWithin(interval) && (!byVersion || versions.contains(s.version()));
        }
        Set<String> ids = texts(body.path("segmentIds"));
        String dataSource = request.variable("datasource");
        List<String> nonsense = ids.stream()
                .filter(id -> !id.startsWith(dataSource + "_")
                        || !id.substring(dataSource.length()).matches("_[0-9T:.-]+Z_[0-9T:.-]+Z_.+"))
                .collect(Collectors.toList());
        if (refusesNonsense && !nonsense.isEmpty()) {
            throw new Refusal(Errors.invalidInput(
                    "Could not parse segment IDs" + nonsense + " for datasource[" + dataSource + "]"));
        }
        return s -> ids.contains(s.id());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
