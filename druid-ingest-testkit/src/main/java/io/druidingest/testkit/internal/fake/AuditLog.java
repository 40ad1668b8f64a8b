package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.unit.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who changed what of one kind, and why: as the headers of the request told. */
final class AuditLog {

    /** How far back Druid looks when it is asked for neither a count nor an interval. */
    private static final Duration USUAL_RANGE = Duration.ofDays(7);

    private final World world;
    private final List<Entry> entries = new ArrayList<>();

    AuditLog(World world) {
        this.world = world;
    }

    /** Notes that a request has changed something. */
    void add(String key, Request request, JsonNode payload) {
        entries.add(new Entry(key, info(request), payload, world.now()));
    }

    private static ObjectNode info(Request request) {
        String author = request.header("X-Druid-Author");
        String comment = request.header("X-Druid-Comment");
        return JsonNodeFactory.instance
                .objectNode()
                .put("author", author == null ? "" : author)
                .putNull("identity")
                .put("comment", comment == null ? "" : comment)
                .put("ip", "127.0.0.1");
    }

    /** The entries that a request asks for: the last so many, the latest first; or those of an interval, the first first. */
    List<Entry> asked(Request request, Predicate<Entry> which) {
        Integer count = request.number("count");
        if (count != null) {
            if (count <= 0) {
                throw new Refusal(Errors.error(400, "Limit must be greater than zero!"));
            }
            List<Entry> latestFirst = entries.stream().filter(which).collect(Collectors.toList());
            Collections.reverse(latestFirst);
            return latestFirst.subList(0, Math.min(count, latestFirst.size()));
        }
        String said = request.query("interval");
        Instant now = world.now();
        Interval asked = said == null
                ? Interval.of(now.minus(USUAL_RANGE), now.plusMillis(1))
                : Interval.of(said.replace('_', '/'));
        return entries.stream()
                .filter(which.and(e -> !e.at.isBefore(asked.start()) && e.at.isBefore(asked.end())))
                .collect(Collectors.toList());
    }

    /** One change. */
    static final class Entry {

        final String key;
        final ObjectNode info;
        final JsonNode payload;
        final Instant at;

        private Entry(String key, ObjectNode info, JsonNode payload, Instant at) {
            this.key = key;
            this.info = info;
            this.payload = payload;
            this.at = at;
        }
    }
}
