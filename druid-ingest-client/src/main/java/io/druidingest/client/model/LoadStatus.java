package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of a datasource the servers have loaded. It is told in the form that was asked for; what belongs to another
 * form is null, or empty.
 */
public final class LoadStatus extends Answer {

    /** What is told. */
    public enum Form {
        /** The share of segments that some server has: {@link LoadStatus#percent}. */
        PERCENT,
        /** How many segments no server has: {@link LoadStatus#segmentsToLoad}. */
        SIMPLE,
        /** How many copies the tiers lack, by the retention rules: {@link LoadStatus#tiers}. */
        FULL,
        /** As {@link #FULL}, but no more copies than a tier has servers for. */
        FULL_BY_CLUSTER_VIEW
    }

    /** What there is to load. */
    public enum Subject {
        /** Used segments, of which the rest tells. */
        SEGMENTS,
        /** Nothing: the datasource has no used segments in the interval. */
        NO_USED_SEGMENTS,
        /** Nothing: no used segment of such a datasource is known. */
        UNKNOWN_DATASOURCE
    }

    private static final double ALL = 100;

    private LoadStatus(JsonNode json) {
        super(json);
    }

    /**
     * What this JSON tells of one datasource: a number; or for each tier, one; or a sentence, if there is nothing to load,
     * and null if there is no datasource.
     */
    public static LoadStatus of(JsonNode json) {
        return new LoadStatus(json);
    }

    /** What this answer tells of its one datasource, in any form. */
    public static LoadStatus ofOne(JsonNode answer) {
        return ofAll(answer).values().stream().findFirst().orElseGet(() -> of(JsonNodeFactory.instance.objectNode()));
    }

    /** What this answer tells of each datasource, in any form: a number of each; or of each tier a number of each. */
    public static Map<String, LoadStatus> ofAll(JsonNode answer) {
        Map<String, LoadStatus> all = new TreeMap<>();
        Map<String, ObjectNode> byTier = new TreeMap<>();
        answer.properties().forEach(e -> {
            if (e.getValue().isObject()) {
                e.getValue()
                        .properties()
                        .forEach(of -> byTier.computeIfAbsent(
                                        of.getKey(), dataSource -> JsonNodeFactory.instance.objectNode())
                                .set(e.getKey(), of.getValue()));
            } else {
                all.put(e.getKey(), of(e.getValue()));
            }
        });
        byTier.forEach((dataSource, tiers) -> all.put(dataSource, of(tiers)));
        return all;
    }

    /** Whether there is anything to load; and if not, why. */
    public Subject subject() {
        if (json().isNull()) {
            return Subject.UNKNOWN_DATASOURCE;
        }
        return json().isTextual() ? Subject.NO_USED_SEGMENTS : Subject.SEGMENTS;
    }

    /**
     * Whether there are segments, and all are loaded as the form counts. Segments that the rules let drop never are, so
     * that {@link Form#PERCENT} and {@link Form#SIMPLE} never get there with such.
     */
    public boolean isLoaded() {
        if (subject() != Subject.SEGMENTS) {
            return false;
        }
        Double percent = percent();
        Long missing = segmentsToLoad();
        return percent != null
                ? percent >= ALL
                : missing != null ? missing == 0 : tiers().values().stream().allMatch(copies -> copies == 0);
    }

    /** The share of segments that some server has, 0 to 100. */
    public @Nullable Double percent() {
        return json().isFloatingPointNumber() ? json().asDouble() : null;
    }

    /** How many segments no server has. */
    public @Nullable Long segmentsToLoad() {
        return json().isIntegralNumber() ? json().asLong() : null;
    }

    /** How many copies each tier lacks. */
    public Map<String, Long> tiers() {
        Map<String, Long> tiers = new LinkedHashMap<>();
        json().properties().forEach(e -> tiers.put(e.getKey(), e.getValue().asLong()));
        return tiers;
    }
}
