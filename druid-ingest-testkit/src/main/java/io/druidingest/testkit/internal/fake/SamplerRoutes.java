package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Keys;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import io.druidingest.testkit.internal.fake.http.Stranger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The sampler: what Druid would make of the first rows. It shows inline data of JSON lines; of streams, that they are empty. */
final class SamplerRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL_ROWS = 200;
    private static final int MOST_ROWS = 5_000;

    private static final Keys CONFIG = Keys.of("numRows", "timeoutMs", "maxBytesInMemory", "maxClientResponseBytes");
    private static final Keys SUPERVISOR =
            Keys.of("type", "spec", "samplerConfig").with("spec", SupervisorRoutes.SPEC);

    private final World world;

    SamplerRoutes(World world) {
        this.world = world;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/druid/indexer/v1/sampler", this::sample)
                .keys(SamplerRoutes::strangers)
                .json());
    }

    /** A load is a task without its type; of a stream, it is a whole supervisor, or the spec of one. */
    private static List<Stranger> strangers(JsonNode body) {
        Keys keys = body.path("spec").path("spec").isObject()
                ? SUPERVISOR
                : SpecKeys.of(
                        body.path("type").asText().equals("index") ? Task.class : Supervisor.class,
                        "samplerConfig",
                        "spec.type");
        return keys.with("samplerConfig", CONFIG).strangers(body);
    }

    private Reply sample(Request request) {
        JsonNode body = request.json();
        Family.SAMPLER.check(body, world);
        boolean isStream = !body.path("type").asText().equals("index");
        JsonNode spec = isStream && body.path("spec").path("spec").isObject()
                ? body.path("spec").path("spec")
                : body.path("spec");
        required(spec, "[spec]");
        JsonNode ioConfig = spec.path("ioConfig");
        Family.INPUT_SOURCE.checkProperty(ioConfig, "inputSource", world);
        Family.INPUT_FORMAT.checkProperty(ioConfig, "inputFormat", world);
        Family.METRIC.checkProperty(spec.path("dataSchema"), "metricsSpec", world);
        required(ioConfig, "[spec.ioConfig]");
        if (!isStream) {
            required(ioConfig.path("inputSource"), "[spec.ioConfig.inputSource]");
            required(ioConfig.path("inputFormat"), "[spec.ioConfig.inputFormat]");
        }
        int rows = body.at("/samplerConfig/numRows").asInt(USUAL_ROWS);
        if (rows > MOST_ROWS) {
            return Errors.error(400, "Failed to sample data: numRows must be <= " + MOST_ROWS);
        }
        InlineData data = InlineData.of(ioConfig, spec.path("dataSchema"));
        return Reply.json(sampled(
                data == null
                        ? List.of()
                        : data.lines().subList(0, Math.min(rows, data.lines().size())),
                KeptSpec.dataSchema(spec.path("dataSchema"))));
    }

    private static void required(JsonNode part, String name) {
        if (!part.isObject()) {
            throw new Refusal(Errors.error(
                    400,
                    "Cannot construct instance of `org.apache.druid.indexing.overlord.sampler.IndexTaskSamplerSpec`,"
                            + " problem: " + name + " is required"));
        }
    }

    private static ObjectNode sampled(List<InlineData.Line> lines, JsonNode schema) {
        ObjectNode sample = JSON.objectNode().put("numRowsRead", lines.size());
        sample.put(
                "numRowsIndexed",
                lines.stream().filter(line -> line.time() != null).count());
        JsonNode dimensions = schema.at("/dimensionsSpec/dimensions");
        sample.set("logicalDimensions", dimensions);
        sample.set("physicalDimensions", dimensions);
        ArrayNode columns = sample.putArray("logicalSegmentSchema");
        column(columns, "__time", "LONG");
        dimensions.forEach(d -> column(columns, d.path("name").asText(), typeOfDimension(d)));
        schema.path("metricsSpec").forEach(m -> column(columns, m.path("name").asText(), typeOfMetric(m)));
        ArrayNode data = sample.putArray("data");
        lines.forEach(line -> shown(data.addObject(), line, dimensions, schema.path("metricsSpec")));
        return sample;
    }

    private static void column(ArrayNode columns, String name, String type) {
        columns.addObject().put("name", name).put("type", type);
    }

    private static String typeOfDimension(JsonNode dimension) {
        String type = dimension.path("type").asText();
        return type.equals("json") ? "COMPLEX<json>" : type.toUpperCase(Locale.ROOT);
    }

    private static String typeOfMetric(JsonNode metric) {
        String type = metric.path("type").asText();
        for (String number : List.of("long", "double", "float")) {
            if (type.startsWith(number)) {
                return number.toUpperCase(Locale.ROOT);
            }
        }
        return type.equals("count") ? "LONG" : "COMPLEX<" + type + ">";
    }

    private static void shown(ObjectNode row, InlineData.Line line, JsonNode dimensions, JsonNode metrics) {
        if (line.input() != null) {
            row.set("input", line.input());
        }
        Instant time = line.time();
        if (time == null) {
            row.put("unparseable", true).put("error", line.error());
            return;
        }
        ObjectNode parsed = row.putObject("parsed").put("__time", time.toEpochMilli());
        dimensions.forEach(dimension -> {
            String name = dimension.path("name").asText();
            JsonNode value = line.value(name);
            if (value != null) {
                boolean isText = dimension.path("type").asText().equals("string") && value.isValueNode();
                parsed.set(name, isText ? JSON.textNode(value.asText()) : value);
            }
        });
        metrics.forEach(metric -> {
            String name = metric.path("name").asText();
            JsonNode value = line.value(metric.path("fieldName").asText());
            if (metric.path("type").asText().equals("count")) {
                parsed.put(name, 1);
            } else if (value != null) {
                parsed.set(name, value);
            }
        });
    }
}
