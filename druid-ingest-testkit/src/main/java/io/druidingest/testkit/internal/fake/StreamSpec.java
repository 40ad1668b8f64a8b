package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The spec of a Kafka supervisor as Druid keeps it: with its defaults, in its spelling. Immutable. */
final class StreamSpec {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode DEFAULTS = defaults();
    private static final int SINCE_OWN_ID = 34;
    private static final List<String> PERIODS = List.of(
            "taskDuration",
            "startDelay",
            "period",
            "completionTimeout",
            "lateMessageRejectionPeriod",
            "earlyMessageRejectionPeriod");

    private final String id;
    private final ObjectNode json;

    private StreamSpec(String id, ObjectNode json) {
        this.id = id;
        this.json = json;
    }

    /** Reads what was sent; refuses, as Druid does, what it cannot do without. */
    static StreamSpec of(JsonNode sent, int version) {
        JsonNode inner = sent.path("spec").isObject() ? sent.path("spec") : sent;
        for (String part : List.of("dataSchema", "ioConfig")) {
            if (!inner.path(part).isObject()) {
                throw refused("KafkaSupervisorSpec", part);
            }
        }
        ObjectNode spec = JSON.objectNode();
        ObjectNode dataSchema = dataSchema(inner.path("dataSchema"));
        spec.set("dataSchema", dataSchema);
        spec.set("ioConfig", ioConfig(inner.path("ioConfig")));
        spec.set("tuningConfig", filled(DEFAULTS.path("tuningConfig"), inner.path("tuningConfig")));
        String dataSource = dataSchema.path("dataSource").asText();
        boolean hasOwnId = version >= SINCE_OWN_ID && sent.path("id").isTextual();

        ObjectNode json = JSON.objectNode().put("type", "kafka");
        String id = hasOwnId ? sent.path("id").asText() : dataSource;
        if (version >= SINCE_OWN_ID) {
            json.put("id", id);
        }
        json.set("spec", spec);
        for (String part : List.of("dataSchema", "tuningConfig", "ioConfig")) {
            json.set(part, spec.path(part).deepCopy()); // as long ago, for readers that still look there
        }
        json.set("context", sent.hasNonNull("context") ? sent.path("context") : JSON.nullNode());
        return new StreamSpec(id, json.put("suspended", sent.path("suspended").asBoolean()));
    }

    private static Refusal refused(String type, String problem) {
        return new Refusal(Errors.error(
                400,
                "Cannot construct instance of `org.apache.druid.indexing.kafka.supervisor." + type + "`, problem: "
                        + problem));
    }

    private static ObjectNode dataSchema(JsonNode sent) {
        ObjectNode schema =
                JSON.objectNode().put("dataSource", sent.path("dataSource").asText());
        schema.setAll(filled(DEFAULTS.path("dataSchema"), sent));
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

    private static ObjectNode dimension(JsonNode sent) {
        ObjectNode whole = JSON.objectNode();
        boolean isString =
                sent.isTextual() || sent.path("type").asText("string").equals("string");
        whole.put("type", isString ? "string" : sent.path("type").asText());
        whole.put("name", sent.isTextual() ? sent.asText() : sent.path("name").asText());
        whole.put("multiValueHandling", "SORTED_ARRAY").put("createBitmapIndex", isString);
        return sent.isObject() ? filled(whole, sent) : whole;
    }

    private static ObjectNode ioConfig(JsonNode sent) {
        boolean hasTopic = sent.hasNonNull("topic");
        if (hasTopic == sent.hasNonNull("topicPattern")) {
            throw refused(
                    "KafkaSupervisorIOConfig",
                    hasTopic
                            ? "Only one of topic [" + sent.path("topic").asText() + "] or topicPattern ["
                                    + sent.path("topicPattern").asText() + "] must be specified"
                            : "Either topic or topicPattern must be specified");
        }
        if (!sent.path("consumerProperties").isObject()) {
            throw refused("KafkaSupervisorIOConfig", "consumerProperties");
        }
        if (!sent.path("consumerProperties").hasNonNull("bootstrap.servers")) {
            throw refused("KafkaSupervisorIOConfig", "consumerProperties must contain entry for [bootstrap.servers]");
        }
        ObjectNode config = filled(DEFAULTS.path("ioConfig"), sent);
        config.remove("type");
        if (!config.has("topic")) {
            config.putNull("topic");
        }
        for (String period : PERIODS) {
            if (config.path(period).isTextual()) {
                config.put(period, spelled(config.path(period).asText()));
            }
        }
        return config.put(
                        "stream", sent.path(hasTopic ? "topic" : "topicPattern").asText())
                .put(
                        "useEarliestSequenceNumber",
                        config.path("useEarliestOffset").asBoolean());
    }

    /** A period as Druid tells it: in seconds. What Java cannot read (months) stays as it is. */
    private static String spelled(String period) {
        try {
            Duration duration = Duration.parse(period);
            String millis =
                    duration.toMillisPart() == 0 ? "" : String.format(Locale.ROOT, ".%03d", duration.toMillisPart());
            return "PT" + duration.toSeconds() + millis + "S";
        } catch (DateTimeParseException e) {
            return period;
        }
    }

    /** Defaults, overlaid by what was sent. */
    private static ObjectNode filled(JsonNode defaults, JsonNode sent) {
        ObjectNode filled = defaults.deepCopy();
        sent.properties().forEach(e -> {
            JsonNode usual = filled.path(e.getKey());
            filled.set(
                    e.getKey(),
                    usual.isObject() && e.getValue().isObject() ? filled(usual, e.getValue()) : e.getValue());
        });
        return filled;
    }

    private static JsonNode defaults() {
        try (InputStream in = StreamSpec.class.getResourceAsStream("kafka-supervisor-defaults.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, suspended or not. */
    StreamSpec suspended(boolean suspended) {
        return new StreamSpec(id, json.deepCopy().put("suspended", suspended));
    }

    String id() {
        return id;
    }

    /** A copy, as Druid tells it. */
    ObjectNode json() {
        return json.deepCopy();
    }

    boolean isSuspended() {
        return json.path("suspended").asBoolean();
    }

    String dataSource() {
        return json.at("/spec/dataSchema/dataSource").asText();
    }

    String stream() {
        return io("stream").asText();
    }

    int taskCount() {
        return io("taskCount").asInt();
    }

    int replicas() {
        return io("replicas").asInt();
    }

    Duration taskDuration() {
        return Duration.parse(io("taskDuration").asText());
    }

    Duration startDelay() {
        return Duration.parse(io("startDelay").asText());
    }

    Duration period() {
        return Duration.parse(io("period").asText());
    }

    private JsonNode io(String name) {
        return json.path("spec").path("ioConfig").path(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamSpec && ((StreamSpec) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }
}
