package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of a spec that Druid keeps: it is read back with its defaults, in its spelling. */
final class KeptSpec {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode DATA_SCHEMA = defaults("data-schema");
    private static final JsonNode INDEX_PARALLEL = defaults("index-parallel");
    private static final int MOST_ROWS = 5_000_000;

    private KeptSpec() {}

    /** The {@code spec} of a batch load. */
    static ObjectNode indexParallel(JsonNode sent, int version) {
        ObjectNode spec = JSON.objectNode();
        spec.set("dataSchema", dataSchema(sent.path("dataSchema")));
        spec.set("ioConfig", filled(INDEX_PARALLEL.path("ioConfig"), sent.path("ioConfig")));
        ObjectNode defaults = INDEX_PARALLEL.path("tuningConfig").deepCopy();
        if (version >= 37) { // which settles how to index only when it does
            for (String later : List.of("indexSpec", "indexSpecForIntermediatePersists")) {
                ObjectNode unsettled = (ObjectNode) defaults.path(later);
                unsettled.fieldNames().forEachRemaining(name -> unsettled.putNull(name));
            }
        }
        ObjectNode tuning = filled(defaults, sent.path("tuningConfig"));
        partitions(tuning, sent.path("tuningConfig"));
        spec.set("tuningConfig", tuning);
        return spec;
    }

    /** How the rows are to be parted, which stands there twice: as a part of its own, and as long ago. */
    private static void partitions(ObjectNode tuning, JsonNode sent) {
        ObjectNode usual = JSON.objectNode().put("type", "dynamic");
        usual.put("maxRowsPerSegment", sent.path("maxRowsPerSegment").asInt(MOST_ROWS));
        usual.set("maxTotalRows", sent.path("maxTotalRows").isNumber() ? sent.path("maxTotalRows") : JSON.nullNode());
        JsonNode said = sent.path("partitionsSpec");
        boolean isDynamic = said.path("type").asText("dynamic").equals("dynamic");
        JsonNode parts = isDynamic ? filled(usual, said) : said;
        tuning.set("partitionsSpec", parts);
        for (String old : List.of("maxRowsPerSegment", "maxTotalRows", "numShards")) {
            tuning.set(old, parts.hasNonNull(old) ? parts.path(old) : JSON.nullNode());
        }
        JsonNode dimensions = parts.path("partitionDimensions");
        tuning.set("partitionDimensions", dimensions.isArray() ? dimensions : JSON.arrayNode());
    }

    static ObjectNode dataSchema(JsonNode sent) {
        ObjectNode schema =
                JSON.objectNode().put("dataSource", sent.path("dataSource").asText());
        schema.setAll(filled(DATA_SCHEMA, sent));
        ObjectNode dimensionsSpec = (ObjectNode) schema.path("dimensionsSpec");
        ArrayNode dimensions = JSON.arrayNode();
        Set<String> excluded = new TreeSet<>(List.of("__time"));
        excluded.add(schema.at("/timestampSpec/column").asText());
        schema.path("metricsSpec").forEach(metric -> {
            excluded.add(metric.path("name").asText());
            if (metric.path("fieldName").isTextual()) {
                excluded.add(metric.path("fieldName").asText());
            }
        });
        dimensionsSpec.path("dimensions").forEach(dimension -> {
            ObjectNode whole = dimension(dimension);
            dimensions.add(whole);
            excluded.remove(whole.path("name").asText());
        });
        dimensionsSpec.set("dimensions", dimensions);
        dimensionsSpec.path("dimensionExclusions").forEach(e -> excluded.add(e.asText()));
        ArrayNode exclusions = dimensionsSpec.putArray("dimensionExclusions");
        excluded.forEach(exclusions::add);
        ObjectNode granularity = (ObjectNode) schema.path("granularitySpec");
        String query = granularity.path("queryGranularity").asText("").toLowerCase(Locale.ROOT);
        if (query.equals("none") || query.equals("all")) {
            granularity.putObject("queryGranularity").put("type", query);
        }
        return schema;
    }

    static ObjectNode dimension(JsonNode sent) {
        ObjectNode whole = JSON.objectNode();
        boolean isString =
                sent.isTextual() || sent.path("type").asText("string").equals("string");
        whole.put("type", isString ? "string" : sent.path("type").asText());
        whole.put("name", sent.isTextual() ? sent.asText() : sent.path("name").asText());
        whole.put("multiValueHandling", "SORTED_ARRAY").put("createBitmapIndex", isString);
        return sent.isObject() ? filled(whole, sent) : whole;
    }

    /** Defaults, overlaid by what was sent. */
    static ObjectNode filled(JsonNode defaults, JsonNode sent) {
        ObjectNode filled = defaults.deepCopy();
        sent.properties().forEach(e -> {
            JsonNode usual = filled.path(e.getKey());
            filled.set(
                    e.getKey(),
                    usual.isObject() && e.getValue().isObject() ? filled(usual, e.getValue()) : e.getValue());
        });
        return filled;
    }

    /** What Druid puts where nothing was sent. */
    static JsonNode defaults(String ofWhat) {
        try (InputStream in = KeptSpec.class.getResourceAsStream(ofWhat + "-defaults.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
