package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** The spec of a Kafka supervisor as Druid keeps it: with its defaults, in its spelling. Immutable. */
final class StreamSpec {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode DEFAULTS = KeptSpec.defaults("kafka-supervisor");
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
        ObjectNode dataSchema = KeptSpec.dataSchema(inner.path("dataSchema"));
        spec.set("dataSchema", dataSchema);
        spec.set("ioConfig", ioConfig(inner.path("ioConfig")));
        spec.set("tuningConfig", KeptSpec.filled(DEFAULTS.path("tuningConfig"), inner.path("tuningConfig")));
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
        ObjectNode config = KeptSpec.filled(DEFAULTS.path("ioConfig"), sent);
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
