package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.Samples;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.Task;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.Interval;
import io.druidingest.validation.SpecValidationException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any document and any spec. */
class SpecJsonPropertiesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LOAD = SpecJson.write(Samples.LOAD);

    /** Reads in both modes; whatever is read is written and read again equal. */
    private static void readOrRefuse(String json) {
        for (SpecJson.Mode mode : SpecJson.Mode.values()) {
            Task task;
            try {
                task = SpecJson.read(json, Task.class, mode);
            } catch (SpecValidationException refused) {
                assertThat(refused.violations()).isNotEmpty();
                continue;
            }
            assertThat(SpecJson.read(SpecJson.write(task), Task.class, mode)).isEqualTo(task);
        }
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        readOrRefuse(text);
    }

    @Property
    void anyTextEditOfASpecIsReadOrRefused(
            @ForAll @IntRange(max = 900) int at,
            @ForAll @IntRange(max = 40) int cut,
            @ForAll @Size(max = 5) String with) {
        int from = Math.min(at, LOAD.length());
        int to = Math.min(from + cut, LOAD.length());
        readOrRefuse(LOAD.substring(0, from) + with + LOAD.substring(to));
    }

    @Property
    void anyOtherValueAnywhereInASpecIsReadOrRefused(
            @ForAll @IntRange(max = 200) int first,
            @ForAll("json") JsonNode one,
            @ForAll @IntRange(max = 200) int second,
            @ForAll("json") JsonNode other) {
        ObjectNode document = SpecJson.tree(Samples.LOAD).deepCopy();
        replace(document, first, one);
        replace(document, second, other);
        readOrRefuse(document.toString());
    }

    @Property
    void anyObjectOfAKnownTypeIsReadOrRefused(@ForAll("json") JsonNode json) {
        ObjectNode document = SpecJson.tree(Samples.LOAD).deepCopy();
        ((ObjectNode) document.at("/spec/ioConfig"))
                .putObject("inputSource")
                .put("type", "http")
                .set("uris", json);
        ((ObjectNode) document.at("/spec/tuningConfig")).set("partitionsSpec", json);
        ((ArrayNode) document.at("/spec/dataSchema/metricsSpec"))
                .addObject()
                .put("type", "longSum")
                .set("name", json);
        readOrRefuse(document.toString());
    }

    @Example
    void depthIsReadOrRefused() {
        for (int depth : new int[] {10, 240, 245, 249, 250, 251, 1_001, 100_000}) {
            String deep = "[".repeat(depth) + "]".repeat(depth);
            readOrRefuse("{\"type\":\"x\",\"deep\":" + deep + "}");
            readOrRefuse(LOAD.replace("\"DAY\"", deep));
            readOrRefuse("[".repeat(depth));
            readOrRefuse("{\"a\":".repeat(depth));
        }
        assertThatThrownBy(() -> SpecJson.read("[".repeat(2_000), Task.class, SpecJson.Mode.LENIENT))
                .hasMessageContaining("nesting depth (251) exceeds the maximum");
    }

    @Example
    void lengthAndSizeAreReadOrRefused() {
        for (String number :
                List.of("9".repeat(999), "9".repeat(5_000), "1e999999999", "-1e-999999999", "1e99999999999")) {
            readOrRefuse("{\"type\":\"x\",\"n\":" + number + "}");
            readOrRefuse(LOAD.replace("5000000", number));
            readOrRefuse(LOAD.replace("\"maxNumConcurrentSubTasks\":4", "\"pushTimeout\":" + number));
            readOrRefuse(LOAD.replace("\"maxNumConcurrentSubTasks\":4", "\"chatHandlerTimeout\":" + number));
            readOrRefuse(LOAD.replace("\"format\":\"iso\"", "\"missingValue\":" + number));
        }
    }

    @Property
    void anythingUnknownAnywhereSurvives(
            @ForAll @IntRange(max = 30) int where, @ForAll("names") String name, @ForAll("json") JsonNode value) {
        ObjectNode document = SpecJson.tree(Samples.LOAD).deepCopy();
        List<ObjectNode> objects = objects(document);
        objects.get(where % objects.size()).set("x" + name, value);

        Task task = SpecJson.read(document.toString(), Task.class, SpecJson.Mode.LENIENT);

        assertThat(SpecJson.tree(task)).isEqualTo(parsed(document));
        assertThat(SpecJson.read(SpecJson.write(task), Task.class, SpecJson.Mode.LENIENT))
                .isEqualTo(task);
        Task canonical = SpecJson.read(SpecJson.canonical(task), Task.class, SpecJson.Mode.LENIENT);
        assertThat(SpecJson.canonical(canonical)).isEqualTo(SpecJson.canonical(task));
    }

    @Property
    void aSpecIsReadAsItWasWritten(@ForAll("specs") IndexParallelTask spec) {
        Task read = SpecJson.read(SpecJson.write(spec), Task.class, SpecJson.Mode.STRICT);
        assertThat(read).isEqualTo(spec).hasSameHashCodeAs(spec);
        assertThat(SpecJson.write(read)).isEqualTo(SpecJson.write(spec));
        assertThat(spec.toBuilder().build()).isEqualTo(spec);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void equalSpecsHaveOneFingerprint(
            @ForAll("specs") IndexParallelTask spec, @ForAll("specs") IndexParallelTask other, @ForAll Random random) {
        Task shuffled =
                SpecJson.read(shuffled(SpecJson.tree(spec), random).toString(), Task.class, SpecJson.Mode.STRICT);
        assertThat(shuffled).isEqualTo(spec);
        assertThat(SpecJson.fingerprint(shuffled)).isEqualTo(SpecJson.fingerprint(spec));
        assertThat(SpecJson.fingerprint(other).equals(SpecJson.fingerprint(spec)))
                .isEqualTo(other.equals(spec));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("._-$ []\"\\\u00e9")
                .ofMaxLength(8);
    }

    @Provide
    Arbitrary<JsonNode> json() {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(JSON::textNode),
                Arbitraries.of("", "P1D", "DAY", "uniform", "http", "2026/2027").map(JSON::textNode),
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.bigIntegers()
                        .between(BigInteger.TWO.pow(200).negate(), BigInteger.TWO.pow(200))
                        .map(JSON::numberNode),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-1e12), BigDecimal.valueOf(1e12))
                        .ofScale(5)
                        .map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(NullNode.getInstance()));
        return Arbitraries.recursive(() -> scalars, this::container, 0, 3).edgeCases(EdgeCases.Config::none);
    }

    private Arbitrary<JsonNode> container(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> lists =
                inner.list().ofMaxSize(3).map(l -> JSON.arrayNode().addAll(l));
        Arbitrary<String> keys = Arbitraries.oneOf(names(), Arbitraries.of("type", "name", "properties", "uris"));
        Arbitrary<JsonNode> objects = Arbitraries.maps(keys, inner)
                .ofMaxSize(3)
                .map(m -> JSON.objectNode().setAll(m));
        return Arbitraries.oneOf(inner, lists, objects);
    }

    @Provide
    Arbitrary<IndexParallelTask> specs() {
        Arbitrary<String> columns = Arbitraries.strings()
                .excludeChars(',', '\n', '\r')
                .ofMinLength(1)
                .ofMaxLength(10)
                .filter(c -> !c.equals("__time"));
        Arbitrary<List<String>> dimensions = columns.list().uniqueElements().ofMaxSize(4);
        Arbitrary<Granularity> granularities =
                Arbitraries.of(Granularity.HOUR, Granularity.DAY, Granularity.period("PT90M"), Granularity.ALL);
        Arbitrary<Interval> intervals = Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000_000L),
                        Arbitraries.longs().between(0, 1L << 40))
                .as((from, millis) -> Interval.of(Instant.ofEpochMilli(from), Instant.ofEpochMilli(from + millis)));
        Arbitrary<PartitionsSpec> partitions = Arbitraries.integers()
                .greaterOrEqual(1)
                .flatMap(n -> Arbitraries.of(
                        PartitionsSpec.hashed(p -> p.numShards(n)),
                        PartitionsSpec.hashed(p -> p.targetRowsPerSegment(n).partitionDimensions("a")),
                        PartitionsSpec.range("a", p -> p.maxRowsPerSegment(n).assumeGrouped(true))));
        Arbitrary<InputSource> sources = Arbitraries.of(
                InputSource.local(l -> l.files("/data/a", "/data/b")),
                InputSource.local("/data", "*.json"),
                InputSource.http(h -> h.uris("https://example.org/a%20b?c=d")
                        .httpAuthenticationUsername("u")
                        .httpAuthenticationPassword("p")));
        Arbitrary<Long> millis = Arbitraries.longs().between(0, Long.MAX_VALUE);
        return Combinators.combine(
                        dimensions, granularities, intervals.list().ofMaxSize(3), partitions, sources, millis)
                .as((columnNames, granularity, time, spread, source, wait) ->
                        IndexParallelTask.of(t -> t.context(c -> c.taskLockTimeout(wait))
                                .dataSchema(s -> s.dataSource("wikipedia")
                                        .timestampSpec(TimestampSpec.millis("t").toBuilder()
                                                .missingValue(Instant.ofEpochMilli(wait / 1_000_000))
                                                .build())
                                        .dimensionsSpec(d -> d.dimensions(columnNames.stream()
                                                        .map(Dimension::string)
                                                        .toArray(Dimension[]::new))
                                                .useSchemaDiscovery(columnNames.isEmpty()))
                                        .metricsSpec(Metric.doubleSum(String.join("+", columnNames) + "+", "a"))
                                        .granularitySpec(g -> g.segmentGranularity(granularity)
                                                .intervals(time)))
                                .ioConfig(io -> io.inputSource(source).inputFormat(InputFormat.csv()))
                                .tuningConfig(c -> c.partitionsSpec(spread)
                                        .forceGuaranteedRollup(true)
                                        .maxBytesInMemory(wait)
                                        .pushTimeout(Duration.ofMillis(wait))
                                        .chatHandlerTimeout(Duration.ofMillis(wait / 100)))));
    }

    private static JsonNode parsed(JsonNode document) {
        return SpecJson.tree(document);
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>();
        if (node.isObject()) {
            found.add((ObjectNode) node);
        }
        node.forEach(child -> found.addAll(objects(child)));
        return found;
    }

    /** Puts a value in the place of another one, counted from the first. */
    private static void replace(ObjectNode document, int place, JsonNode value) {
        List<Runnable> places = new ArrayList<>();
        collect(document, value, places);
        places.get(place % places.size()).run();
    }

    private static void collect(JsonNode node, JsonNode value, List<Runnable> places) {
        node.properties().forEach(f -> places.add(() -> ((ObjectNode) node).set(f.getKey(), value)));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            int index = i;
            places.add(() -> ((ArrayNode) node).set(index, value));
        }
        node.forEach(child -> collect(child, value, places));
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isArray()) {
            ArrayNode list = JSON.arrayNode();
            node.forEach(e -> list.add(shuffled(e, random)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        Collections.shuffle(keys, random);
        ObjectNode object = JSON.objectNode();
        keys.forEach(k -> object.set(k, shuffled(node.get(k), random)));
        return object;
    }
}
