package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The spec of a supervisor that reads a stream. Immutable. */
final class StreamSpec extends SupervisorSpec {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration SHORTEST_FETCH = Duration.ofSeconds(5);
    private static final List<String> PERIODS = List.of(
            "taskDuration",
            "startDelay",
            "period",
            "completionTimeout",
            "lateMessageRejectionPeriod",
            "earlyMessageRejectionPeriod");

    private static final Map<StreamType, JsonNode> DEFAULTS = new EnumMap<>(StreamType.class);

    static {
        JsonNode common = KeptSpec.defaults("stream-supervisor");
        for (StreamType type : StreamType.values()) {
            DEFAULTS.put(type, KeptSpec.filled(common, KeptSpec.defaults(type.word() + "-supervisor")));
        }
    }

    private final StreamType stream;
    private final JsonNode spec;

    private StreamSpec(String id, String dataSource, StreamType stream, ObjectNode json) {
        super(id, dataSource, json.at("/spec/ioConfig/stream").asText(), json);
        this.stream = stream;
        this.spec = json.path("spec");
    }

    /** Reads what was sent; refuses, as Druid does, what it cannot do without. */
    static StreamSpec of(JsonNode sent, int version) {
        StreamType stream = StreamType.of(sent.path("type").asText());
        JsonNode inner = sent.path("spec").isObject() ? sent.path("spec") : sent;
        for (String part : List.of("dataSchema", "ioConfig")) {
            if (!inner.path(part).isObject()) {
                throw refused(stream, "SupervisorSpec", part);
            }
        }
        ObjectNode spec = JSON.objectNode();
        ObjectNode dataSchema = KeptSpec.dataSchema(inner.path("dataSchema"));
        spec.set("dataSchema", dataSchema);
        spec.set("ioConfig", ioConfig(stream, inner));
        spec.set("tuningConfig", filled(stream, "tuningConfig", inner));
        String dataSource = dataSchema.path("dataSource").asText();
        boolean hasOwnId =
                version >= FakeSupervisor.SINCE_OWN_ID && sent.path("id").isTextual();

        ObjectNode json = JSON.objectNode().put("type", stream.word());
        String id = hasOwnId ? sent.path("id").asText() : dataSource;
        if (version >= FakeSupervisor.SINCE_OWN_ID) {
            json.put("id", id);
        }
        json.set("spec", spec);
        for (String part : List.of("dataSchema", "tuningConfig", "ioConfig")) {
            json.set(part, spec.path(part).deepCopy()); // as long ago, for readers that still look there
        }
        json.set("context", sent.hasNonNull("context") ? sent.path("context") : JSON.nullNode());
        return new StreamSpec(
                id,
                dataSource,
                stream,
                json.put("suspended", sent.path("suspended").asBoolean()));
    }

    private static Refusal refused(StreamType stream, String type, String problem) {
        return new Refusal(Errors.error(
                400, "Cannot construct instance of `" + stream.classes() + type + "`, problem: " + problem));
    }

    private static ObjectNode filled(StreamType stream, String part, JsonNode sent) {
        JsonNode defaults = Objects.requireNonNull(DEFAULTS.get(stream)).path(part);
        return KeptSpec.filled(defaults, sent.path(part));
    }

    private static ObjectNode ioConfig(StreamType stream, JsonNode inner) {
        JsonNode sent = inner.path("ioConfig");
        ObjectNode config = filled(stream, "ioConfig", inner);
        config.remove("type");
        switch (stream) {
            case KAFKA:
                kafka(sent, config);
                break;
            case KINESIS:
                required(stream, sent, "stream");
                kinesis(sent, config);
                break;
            case RABBIT:
                required(stream, sent, "stream");
                required(stream, sent, "uri");
        }
        for (String period : PERIODS) {
            if (config.path(period).isTextual()) {
                config.put(period, spelled(config.path(period).asText()));
            }
        }
        String earliest = config.has("useEarliestOffset") ? "useEarliestOffset" : "useEarliestSequenceNumber";
        return config.put("useEarliestSequenceNumber", config.path(earliest).asBoolean());
    }

    private static void required(StreamType stream, JsonNode sent, String name) {
        if (!sent.hasNonNull(name)) {
            throw refused(stream, "SupervisorIOConfig", name);
        }
    }

    private static void kafka(JsonNode sent, ObjectNode config) {
        boolean hasTopic = sent.hasNonNull("topic");
        if (hasTopic == sent.hasNonNull("topicPattern")) {
            throw refused(
                    StreamType.KAFKA,
                    "SupervisorIOConfig",
                    hasTopic
                            ? "Only one of topic [" + sent.path("topic").asText() + "] or topicPattern ["
                                    + sent.path("topicPattern").asText() + "] must be specified"
                            : "Either topic or topicPattern must be specified");
        }
        if (!sent.path("consumerProperties").isObject()) {
            throw refused(StreamType.KAFKA, "SupervisorIOConfig", "consumerProperties");
        }
        if (!sent.path("consumerProperties").hasNonNull("bootstrap.servers")) {
            throw refused(
                    StreamType.KAFKA,
                    "SupervisorIOConfig",
                    "consumerProperties must contain entry for [bootstrap.servers]");
        }
        if (!config.has("topic")) {
            config.putNull("topic");
        }
        config.put("stream", sent.path(hasTopic ? "topic" : "topicPattern").asText());
    }

    /** A region is only another way to say where. */
    private static void kinesis(JsonNode sent, ObjectNode config) {
        config.remove("region");
        if (sent.hasNonNull("region") && !sent.hasNonNull("endpoint")) {
            String region = sent.path("region").asText();
            config.put("endpoint", "kinesis." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : ""));
        }
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

    @Override
    StreamSpec with(ObjectNode changed) {
        return new StreamSpec(id(), dataSource(), stream, changed);
    }

    StreamType stream() {
        return stream;
    }

    /** Whether what has read nothing yet begins with the first message, not with the next to come. */
    boolean readsFromTheStart() {
        return io("useEarliestSequenceNumber").asBoolean();
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

    /** How often it looks at the offsets of the stream, and of its tasks. */
    Duration fetchPeriod() {
        Duration said = Duration.parse(
                spec.path("tuningConfig").path("offsetFetchPeriod").asText());
        return said.compareTo(SHORTEST_FETCH) < 0 ? SHORTEST_FETCH : said;
    }

    private JsonNode io(String name) {
        return spec.path("ioConfig").path(name);
    }
}
