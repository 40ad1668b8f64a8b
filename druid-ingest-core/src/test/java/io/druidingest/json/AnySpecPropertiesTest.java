package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.query.Filter;
import io.druidingest.validation.Rule;
import io.druidingest.validation.Rules;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any value of any type, and for any document that resembles one. */
class AnySpecPropertiesTest {

    private static final List<Class<?>> TYPES = TypesContractTest.types();
    private static final List<Class<?>> ROOTS = AnySpec.roots();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<Rule> OF_THE_FORM =
            List.of(Rules.UNKNOWN_PROPERTY, Rules.UNKNOWN_TYPE, Rules.KNOWN_PROPERTY, Rules.WRONG_TYPE);

    @Provide
    Arbitrary<Class<?>> types() {
        return Arbitraries.of(TYPES);
    }

    @Provide
    Arbitrary<Class<?>> roots() {
        return Arbitraries.of(ROOTS);
    }

    @Example
    void aTaskIsARoot() {
        assertThat(ROOTS).extracting(Class::getSimpleName).contains("Task").doesNotContain("DataSchema", "InputSource");
    }

    @Property(tries = 3_000)
    void theCanonicalFormIsSortedAtEveryDepth(@ForAll("types") Class<?> type, @ForAll Random random) {
        SpecObject value = new AnySpec(random).of(type);
        assertThat(SpecJson.canonical(value))
                .isEqualTo(sorted(SpecMapper.respelt(value)).toString());
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JSON.objectNode();
            Map<String, JsonNode> byName = new TreeMap<>();
            node.properties().forEach(p -> byName.put(p.getKey(), sorted(p.getValue())));
            object.setAll(byName);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JSON.arrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node.isBigDecimal() ? DecimalNode.valueOf(node.decimalValue().stripTrailingZeros()) : node;
    }

    @Property(tries = 3_000)
    void anyValueIsReadAsItWasWritten(@ForAll("types") Class<?> type, @ForAll Random random)
            throws JsonProcessingException {
        SpecObject value = new AnySpec(random).of(type);
        SpecObject read = unchecked(SpecJson.write(value), type);
        assertThat(read).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(SpecJson.write(read)).isEqualTo(SpecJson.write(value));
        assertThat(SpecJson.diff(value, read)).isEmpty();

        SpecObject canonical = unchecked(SpecJson.canonical(value), type);
        assertThat(SpecJson.canonical(canonical)).isEqualTo(SpecJson.canonical(value));
        assertThat(SpecJson.diff(value, canonical)).isEmpty();
    }

    private static SpecObject unchecked(String json, Class<?> type) throws JsonProcessingException {
        Class<?> family = AnySpec.familyOf(type);
        return SpecMapper.wire().readValue(json, asSpec(family == null ? type : family));
    }

    @Property(tries = 3_000)
    void anyTwoValuesDifferBothWays(@ForAll("types") Class<?> type, @ForAll Random random, @ForAll Random other) {
        SpecObject a = new AnySpec(random).of(type);
        SpecObject b = new AnySpec(other).of(type);
        List<Change> there = SpecJson.diff(a, b);
        List<Change> back = SpecJson.diff(b, a);
        assertThat(there)
                .extracting(Change::path)
                .containsExactlyInAnyOrderElementsOf(
                        back.stream().map(Change::path).collect(Collectors.toList()));
        assertThat(there).allSatisfy(c -> {
            assertThat(c.toString()).startsWith(c.path()).doesNotContain("SECRET");
            assertThat(c.before() != null || c.after() != null).isTrue();
        });
    }

    @Property(tries = 3_000)
    void aStrictReaderKnowsAnyValue(@ForAll("types") Class<?> type, @ForAll Random random) {
        SpecObject value = new AnySpec(random).of(type);
        try {
            SpecJson.read(SpecJson.write(value), asSpec(type), SpecJson.Mode.STRICT);
        } catch (SpecValidationException e) {
            boolean unknown = type.getSimpleName().startsWith("Unknown");
            assertThat(e.violations())
                    // which is known, and not read in a compact task
                    .filteredOn(v -> !v.path().endsWith("tuningConfig.maxAllowedLockCount"))
                    .extracting(Violation::rule)
                    .doesNotContainAnyElementsOf(unknown ? List.of(Rules.KNOWN_PROPERTY) : OF_THE_FORM);
        }
    }

    @Property(tries = 3_000)
    void anyDocumentLikeAValueIsReadOrRefused(@ForAll("roots") Class<?> root, @ForAll Random random) {
        ObjectNode document = (ObjectNode) SpecJson.tree(new AnySpec(random).of(root));
        for (int n = random.nextInt(4); n >= 0; n--) {
            mutate(document, random);
        }
        readOrRefuse(garbled(document.toString(), random), root);
    }

    @Example
    void valuesInValuesAreReadOrRefused() {
        for (int depth : new int[] {100, 240, 249, 250, 10_000}) {
            String filter = "{\"type\":\"not\",\"field\":".repeat(depth) + "{\"type\":\"true\"}" + "}".repeat(depth);
            readOrRefuse(filter, Filter.class);
        }
    }

    private static Class<? extends SpecObject> asSpec(Class<?> type) {
        return type.asSubclass(SpecObject.class);
    }

    private static void readOrRefuse(String json, Class<?> root) {
        for (SpecJson.Mode mode : SpecJson.Mode.values()) {
            SpecObject read;
            try {
                read = SpecJson.read(json, asSpec(root), mode);
            } catch (SpecValidationException refused) {
                assertThat(refused.violations()).isNotEmpty();
                continue;
            }
            SpecObject again = SpecJson.read(SpecJson.write(read), asSpec(root), mode);
            assertThat(again).isEqualTo(read);
            assertThat(SpecJson.diff(read, again)).isEmpty();
        }
    }

    /** Puts something else in one place, takes it out, or adds a key. */
    private static void mutate(ObjectNode document, Random random) {
        List<Consumer<JsonNode>> places = new ArrayList<>();
        collect(document, places, random);
        places.get(random.nextInt(places.size())).accept(strange(random, 3));
    }

    private static void collect(JsonNode node, List<Consumer<JsonNode>> places, Random random) {
        if (node.isObject()) {
            ObjectNode object = (ObjectNode) node;
            object.fieldNames().forEachRemaining(key -> {
                places.add(v -> object.set(key, v));
                places.add(v -> object.remove(key));
            });
            places.add(v -> object.set("new" + random.nextInt(3), v));
            places.add(v -> object.set("type", v));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            int index = i;
            places.add(v -> ((ArrayNode) node).set(index, v));
            places.add(v -> ((ArrayNode) node).insert(index, v));
        }
        node.forEach(child -> collect(child, places, random));
    }

    private static JsonNode strange(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 14 : 12)) {
            case 0:
                return JSON.nullNode();
            case 1:
                return JSON.booleanNode(random.nextBoolean());
            case 2:
                return JSON.numberNode(random.nextInt());
            case 3:
                return JSON.numberNode(random.nextLong());
            case 4:
                return JSON.numberNode(BigInteger.TEN.pow(random.nextInt(900)));
            case 5:
                return JSON.numberNode(new BigDecimal(BigInteger.ONE, random.nextInt()));
            case 6:
                return JSON.numberNode(-1);
            case 7:
                return JSON.textNode("\ud800");
            case 8:
                return JSON.textNode("");
            case 9:
                return JSON.textNode(Integer.toString(random.nextInt()));
            case 10:
                return JSON.textNode("PT" + random.nextLong() + "." + random.nextInt(99999) + "S");
            case 11:
                return JSON.textNode(random.nextBoolean() ? "true" : "\0\udc00\u2028");
            case 12:
                ArrayNode list = JSON.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(strange(random, depth - 1));
                }
                return list;
            default:
                ObjectNode object = JSON.objectNode();
                for (String key : new String[] {"type", "name", "", "properties"}) {
                    if (random.nextBoolean()) {
                        object.set(key, strange(random, depth - 1));
                    }
                }
                return object;
        }
    }

    /** Leaves the text as it is, cuts it, doubles a part (and so some keys), or buries it. */
    private static String garbled(String json, Random random) {
        int from = random.nextInt(json.length());
        int to = from + random.nextInt(json.length() - from);
        switch (random.nextInt(8)) {
            case 0:
                return json.substring(0, from) + json.substring(to);
            case 1:
                return json.substring(0, to) + json.substring(from);
            case 2:
                int comma = json.indexOf(',');
                return comma < 0 ? json : "{" + json.substring(1, comma) + "," + json.substring(1);
            case 3:
                return json.replaceFirst("\\{", "{\"deep\":" + "[".repeat(240) + "]".repeat(240) + ",");
            case 4:
                return json.substring(0, from) + "\\ud800" + json.substring(from);
            default:
                return json;
        }
    }
}
