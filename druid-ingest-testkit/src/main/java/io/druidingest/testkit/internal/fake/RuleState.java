package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.unit.Interval;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The retention rules, of datasources and of the cluster, and which segments they drop. */
final class RuleState {

    /** In place of a datasource: whose rules follow those of each. */
    static final String CLUSTER = "_default";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ArrayNode> rules = new TreeMap<>();
    private Runnable changed = () -> {};

    RuleState() {
        rules.put(CLUSTER, JSON.arrayNode().add(readBack(JSON.objectNode().put("type", "loadForever"))));
    }

    /** Has something happen whenever rules have changed. */
    void onChange(Runnable what) {
        changed = what;
    }

    /** All, by whose they are. */
    Map<String, ArrayNode> all() {
        return Collections.unmodifiableMap(rules);
    }

    /** A datasource's own, or those of the cluster. */
    ArrayNode own(String dataSource) {
        return rules.getOrDefault(dataSource, JSON.arrayNode());
    }

    /** A datasource's own, and those of the cluster after them; or these alone. */
    ArrayNode effective(String dataSource) {
        ArrayNode effective = JSON.arrayNode().addAll(own(dataSource));
        return dataSource.equals(CLUSTER) ? effective : effective.addAll(own(CLUSTER));
    }

    /** Sets them, with the defaults that Druid adds; tells them, or null if they are as they were. */
    @Nullable ArrayNode set(String dataSource, JsonNode wanted) {
        ArrayNode full = JSON.arrayNode();
        wanted.forEach(rule -> full.add(readBack(rule)));
        if (full.equals(own(dataSource))) {
            return null;
        }
        rules.put(dataSource, full);
        changed.run();
        return full;
    }

    private static ObjectNode readBack(JsonNode rule) {
        ObjectNode full = rule.deepCopy();
        String type = rule.path("type").asText();
        if (type.startsWith("load")) {
            if (!full.hasNonNull("useDefaultTierForNull")) {
                full.put("useDefaultTierForNull", true);
            }
            if (!full.hasNonNull("tieredReplicants")) {
                ObjectNode replicants = full.putObject("tieredReplicants");
                if (full.path("useDefaultTierForNull").asBoolean()) {
                    replicants.put("_default_tier", 2);
                }
            }
        }
        if (type.endsWith("ByPeriod") && !type.contains("Before") && !full.hasNonNull("includeFuture")) {
            full.put("includeFuture", true);
        }
        return full;
    }

    /** Whether there are rules that may drop segments of a datasource, now or later. */
    boolean mayDrop(String dataSource) {
        for (JsonNode rule : effective(dataSource)) {
            if (drops(rule)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first rule that fits a segment drops it. */
    boolean drop(FakeSegment segment, Instant now) {
        for (JsonNode rule : effective(segment.dataSource())) {
            if (fits(rule, segment, now)) {
                return drops(rule);
            }
        }
        return false;
    }

    private static boolean drops(JsonNode rule) {
        return rule.path("type").asText().startsWith("drop");
    }

    /** A rule that drops wants all of the segment's time, any other is content with some of it. */
    private static boolean fits(JsonNode rule, FakeSegment segment, Instant now) {
        String type = rule.path("type").asText();
        Interval time = segment.interval();
        if (type.endsWith("Forever")) {
            return true;
        }
        if (type.endsWith("ByInterval")) {
            return within(segment, Interval.of(rule.path("interval").asText()), drops(rule));
        }
        Interval recent = Interval.of(rule.path("period").asText() + "/" + now);
        if (type.equals("dropBeforeByPeriod")) {
            return !time.end().isAfter(recent.start());
        }
        if (!rule.path("includeFuture").asBoolean()) {
            return within(segment, recent, drops(rule));
        }
        return drops(rule) ? !time.start().isBefore(recent.start()) : time.end().isAfter(recent.start());
    }

    private static boolean within(FakeSegment segment, Interval interval, boolean whole) {
        return whole ? segment.isWithin(interval) : segment.overlaps(interval);
    }
}
