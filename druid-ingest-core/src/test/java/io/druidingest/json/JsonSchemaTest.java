package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.druidingest.Golden;
import io.druidingest.Samples;
import io.druidingest.spec.Task;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The schema of the whole language takes what a strict reader takes, and no key that it does not know. */
class JsonSchemaTest {

    private static final String FILE = "druid-ingest-spec.schema.json";
    private static final ObjectNode SCHEMA = generated();
    private static final Schema VALIDATOR = validator("");
    private static final List<Class<?>> ROOTS = AnySpec.roots();

    private static ObjectNode generated() {
        Matcher version =
                Pattern.compile("<version>(\\d+\\.\\d+)\\.[^<]*</version>").matcher(Golden.read("pom.xml"));
        assertThat(version.find()).isTrue();
        return JsonSchema.of(
                "urn:io.druidingest:druid-ingest-spec:" + version.group(1), AnySpec.roots(), new Javadoc());
    }

    private static Schema validator(String definition) {
        ObjectNode schema = SCHEMA.deepCopy();
        if (!definition.isEmpty()) {
            schema.removeAll();
            schema.set("$defs", SCHEMA.get("$defs"));
            schema.put("$ref", "#/$defs/" + definition);
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    @Provide
    Arbitrary<Class<?>> roots() {
        return Arbitraries.of(ROOTS);
    }

    @Example
    void isTheOneThatIsShipped() {
        String text = printed(SCHEMA, 0);
        Golden.check("druid-ingest-core/src/main/resources/io/druidingest/" + FILE, text);
        Golden.check("docs/" + FILE, text);
    }

    @Example
    void isASchema() {
        Schema draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(draft.validate(SCHEMA)).isEmpty();
    }

    @Example
    void everyTypeAndPropertyIsDescribed() {
        List<String> silent = new ArrayList<>();
        for (Class<?> type : TypesContractTest.types()) {
            JsonNode definition = SCHEMA.at("/$defs/" + type.getSimpleName());
            if (definition.isMissingNode()) {
                assertThat(type.getSimpleName()).as("no definition").startsWith("Unknown");
                continue;
            }
            if (!definition.has("description")) {
                silent.add(type.getSimpleName());
            }
            for (Shape.Property p : Shape.of(type).properties()) {
                if (!p.fixed() && !definition.path("properties").path(p.name()).has("description")) {
                    silent.add(type.getSimpleName() + "." + p.name());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Property(tries = 1_000)
    void takesAnyValue(@ForAll("roots") Class<?> root, @ForAll Random random) {
        JsonNode json = SpecJson.tree(new AnySpec(random).of(root));
        assertThat(validator(root.getSimpleName()).validate(json))
                .as("%s", json)
                .isEmpty();
        if (root == Task.class) {
            assertThat(VALIDATOR.validate(json)).as("%s", json).isEmpty();
        }
    }

    @Property(tries = 200)
    void takesNullWhereNothingNeedBeGiven(@ForAll Random random) {
        ObjectNode json = (ObjectNode) SpecJson.tree(Samples.LOAD);
        for (String part : List.of("/spec/tuningConfig", "/spec/ioConfig", "/spec/dataSchema/granularitySpec")) {
            ObjectNode object = (ObjectNode) json.at(part);
            String type = Map.of(
                            "/spec/tuningConfig", "IndexParallelTuningConfig",
                            "/spec/ioConfig", "IndexParallelIOConfig",
                            "/spec/dataSchema/granularitySpec", "GranularitySpec")
                    .get(part);
            SCHEMA.at("/$defs/" + type + "/properties").fieldNames().forEachRemaining(name -> {
                if (!object.has(name) && random.nextBoolean()) {
                    object.putNull(name);
                }
            });
        }
        assertThat(VALIDATOR.validate(json)).as("%s", json).isEmpty();
    }

    @Property(tries = 300)
    void takesNoKeyThatItDoesNotKnow(@ForAll Random random) {
        ObjectNode json = (ObjectNode) SpecJson.tree(new AnySpec(random).of(Task.class));
        json.put("xyzzy", 1);
        assertThat(VALIDATOR.validate(json)).as("%s", json).isNotEmpty();
    }

    @Example
    void refusesWhatAStrictReaderRefuses() {
        String load = SpecJson.write(Samples.LOAD);
        for (String[] edit : new String[][] {
            {"\"maxNumConcurrentSubTasks\"", "\"maxNumConcurentSubTasks\""},
            {"\"type\":\"http\"", "\"type\":\"htpp\""},
            {"\"type\":\"http\",", ""},
            {"\"dataSource\":\"wikipedia\",", ""},
            {"\"rollup\":true", "\"rollup\":\"yes\""},
            {"\"index_parallel\"", "\"index_paralel\""},
            {"\"2016-06-27/2016-06-28\"", "\"2016-06-27\""},
            {"5000000", "\"many\""},
        }) {
            assertThat(load).contains(edit[0]);
            assertThat(VALIDATOR.validate(read(load.replace(edit[0], edit[1]))))
                    .as(edit[1])
                    .isNotEmpty();
        }
        assertThat(VALIDATOR.validate(read(load))).isEmpty();
        assertThat(VALIDATOR.validate(read(load.replace("\"DAY\"", "\"day\"")))).isEmpty();
    }

    @Example
    void oneMayBeMadeOfTypesOfOnesOwn() {
        JsonNode schema = SpecJson.schema("urn:mine", List.of(Task.class));
        assertThat(schema.path("$id").asText()).isEqualTo("urn:mine");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(SpecJson.tree(Samples.LOAD)))
                .isEmpty();
    }

    private static JsonNode read(String json) {
        try {
            return SpecMapper.wire().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A line for each property, which is both short and readable. */
    private static String printed(JsonNode node, int depth) {
        if (depth == 4 || !node.isObject() || (depth == 1 && !node.has("Task")) || node.isEmpty()) {
            return node instanceof ArrayNode && depth == 1 ? lines((ArrayNode) node) : node.toString();
        }
        String indent = "  ".repeat(depth + 1);
        StringBuilder text = new StringBuilder("{");
        for (Iterator<Map.Entry<String, JsonNode>> i = node.properties().iterator(); i.hasNext(); ) {
            Map.Entry<String, JsonNode> e = i.next();
            text.append('\n')
                    .append(indent)
                    .append(TextNode.valueOf(e.getKey()))
                    .append(": ")
                    .append(printed(e.getValue(), depth + 1))
                    .append(i.hasNext() ? "," : "");
        }
        return text + "\n" + "  ".repeat(depth) + "}" + (depth == 0 ? "\n" : "");
    }

    private static String lines(ArrayNode list) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < list.size(); i++) {
            text.append(i == 0 ? "\n    " : ",\n    ").append(list.get(i));
        }
        return text + "\n  ]";
    }
}
