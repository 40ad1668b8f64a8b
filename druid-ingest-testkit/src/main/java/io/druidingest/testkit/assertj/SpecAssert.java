package io.druidingest.testkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.Change;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.unit.Interval;
import io.druidingest.validation.SpecValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Asserts about a task, a supervisor or a schema.
 *
 * @param <T> what it is
 */
public final class SpecAssert<T extends SpecObject> extends AbstractAssert<SpecAssert<T>, T> {

    private final Class<T> type;

    SpecAssert(T actual, Class<T> type) {
        super(actual, SpecAssert.class);
        this.type = type;
    }

    /** Means to Druid what the other means, as {@link SpecJson#diff} tells; if not, every difference is listed. */
    public SpecAssert<T> meansTheSameAs(T expected) {
        isNotNull();
        List<Change> changes = SpecJson.diff(expected, actual);
        if (!changes.isEmpty()) {
            throw failure(
                    "expected %s to mean the same, but from what was expected to what it is, this differs:\n  %s",
                    actual.label(), ChangesAssert.lines(changes));
        }
        return this;
    }

    /**
     * The same, with the other as JSON, for example from Druid's documentation, or as Druid gives it back.
     *
     * @throws SpecValidationException if the JSON cannot be read
     */
    public SpecAssert<T> meansTheSameAs(String json) {
        return meansTheSameAs(SpecJson.read(json, type, SpecJson.Mode.AS_FOUND));
    }

    /** Has a dimension of this name. */
    public SpecAssert<T> hasDimension(String name) {
        JsonNode dimensions = schema().path("dimensionsSpec");
        List<String> names = new ArrayList<>();
        dimensions.path("dimensions").forEach(d -> names.add(d.path("name").asText(d.asText())));
        dimensions
                .path("spatialDimensions")
                .forEach(d -> names.add(d.path("dimName").asText()));
        return has("dimension", name, names);
    }

    /** Has a metric of this name. */
    public SpecAssert<T> hasMetric(String name) {
        List<String> names = new ArrayList<>();
        schema().path("metricsSpec").forEach(m -> {
            JsonNode metric = m;
            while (!metric.has("name") && metric.has("aggregator")) {
                metric = metric.path("aggregator"); // a filtered metric goes by the name of what it filters
            }
            names.add(metric.path("name").asText());
        });
        return has("metric", name, names);
    }

    /**
     * Works on this interval, among others perhaps; the spelling does not matter.
     *
     * @param interval for example {@code 2026-01-01/P1D}
     */
    public SpecAssert<T> hasInterval(String interval) {
        JsonNode schema = schema();
        JsonNode root = SpecJson.tree(actual);
        List<String> intervals = new ArrayList<>();
        schema.path("granularitySpec").path("intervals").forEach(i -> intervals.add(i.asText()));
        for (JsonNode one : List.of(root.at("/interval"), root.at("/ioConfig/inputSpec/interval"))) {
            if (one.isTextual()) {
                intervals.add(one.asText());
            }
        }
        return has(
                "interval",
                fromTo(interval),
                intervals.stream().map(SpecAssert::fromTo).collect(Collectors.toList()));
    }

    /** One spelling for each interval: {@code P1D} is told by its end. */
    private static String fromTo(String interval) {
        return Interval.of(interval).canonical().asText();
    }

    /** Where dimensions and metrics stand: in the schema that a task has, or in the task itself. */
    private JsonNode schema() {
        isNotNull();
        JsonNode root = SpecJson.tree(actual);
        JsonNode schema = root.at("/spec/dataSchema");
        return schema.isObject() ? schema : root;
    }

    private SpecAssert<T> has(String what, String wanted, List<String> found) {
        if (!found.contains(wanted)) {
            throw failure(
                    "expected %s to have the %s %s, but it has %s",
                    actual.label(), what, wanted, found.isEmpty() ? "none" : "only " + String.join(", ", found));
        }
        return this;
    }
}
