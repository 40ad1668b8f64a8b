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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the Coordinator reads of segments in the metadata store: which are used, and which are not. */
final class SegmentRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String METADATA = "/druid/coordinator/v1/metadata/";

    private final SegmentState segments;

    SegmentRoutes(SegmentState segments) {
        this.segments = segments;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                                METADATA + "datasources",
                                r -> texts(
                                        r.query("includeUnused") == null
                                                ? segments.dataSources()
                                                : segments.names(s -> true)))
                        .query("includeUnused"),
                Route.get(METADATA + "segments", this::all)
                        .query("datasources", "includeOvershadowedStatus", "includeRealtimeSegments"),
                Route.get(METADATA + "datasources/{datasource}", this::whole),
                Route.get(METADATA + "datasources/{datasource}/segments", this::used)
                        .query("full"),
                Route.post(METADATA + "datasources/{datasource}/segments", this::usedIn)
                        .query("full")
                        .json(),
                Route.get(METADATA + "datasources/{datasource}/segments/{segment}", this::one)
                        .query("includeUnused"),
                Route.get(METADATA + "datasources/{datasource}/unusedSegments", this::unused)
                        .query("interval", "limit", "lastSegmentId", "sortOrder"));
    }

    private Reply all(Request request) {
        List<String> asked = request.queries("datasources");
        ArrayNode all = JSON.arrayNode();
        Cover used = segments.used();
        segments.dataSources().stream()
                .filter(d -> asked.isEmpty() || asked.contains(d))
                .flatMap(d -> segments.of(d).stream())
                .forEach(s -> all.add(
                        request.query("includeOvershadowedStatus") == null
                                ? s.json()
                                : s.jsonWithStatus(used.hides(s))));
        return Reply.json(all);
    }

    private Reply whole(Request request) {
        String dataSource = request.variable("datasource");
        List<FakeSegment> found = segments.of(dataSource);
        if (found.isEmpty()) {
            return Reply.emptyJson(404);
        }
        ObjectNode whole = JSON.objectNode().put("name", dataSource);
        whole.putObject("properties").put("created", found.get(0).version());
        ArrayNode list = whole.putArray("segments");
        found.forEach(s -> list.add(s.json()));
        return Reply.json(whole);
    }

    private Reply used(Request request) {
        List<FakeSegment> found = segments.of(request.variable("datasource"));
        return found.isEmpty() ? Reply.emptyJson(404) : listed(request, found);
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
        boolean unusedToo = request.isTrue("includeUnused");
        return segments.all(request.variable("datasource")).stream()
                .filter(s -> s.id().equals(request.variable("segment")))
                .filter(s -> unusedToo || s.isUsed())
                .findFirst()
                .map(s -> Reply.json(s.json()))
                .orElseGet(() -> Reply.emptyJson(404));
    }

    private Reply unused(Request request) {
        Integer limit = request.number("limit");
        if (limit != null && limit <= 0) {
            return Errors.invalidInput("Invalid limit[" + limit + "] specified. Limit must be > 0.");
        }
        String interval = request.query("interval");
        String last = request.query("lastSegmentId");
        boolean down = "DESC".equalsIgnoreCase(request.query("sortOrder"));
        Comparator<String> order = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
        ArrayNode list = JSON.arrayNode();
        segments.all(request.variable("datasource")).stream()
                .filter(s -> !s.isUsed())
                .filter(s -> interval == null || s.isWithin(Interval.of(interval.replace('_', '/'))))
                .filter(s -> last == null || order.compare(last, s.id()) < 0)
                .sorted(Comparator.comparing(FakeSegment::id, order))
                .limit(limit == null ? Long.MAX_VALUE : limit)
                .forEach(s -> list.add(s.jsonOfUnused()));
        return Reply.json(list);
    }

    static Reply texts(List<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(list::add);
        return Reply.json(list);
    }
}
