package io.druidingest.testkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.SpecObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Valid documents for every type of the language. The types are found by walking from the documents that Druid takes;
 * values come from the Java types of properties, and from {@link Recipes} where these do not tell.
 */
public final class Corpus {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Recipes recipes = new Recipes();

    /** Where each type was met first. */
    private final Map<ValueType, Step> steps = new LinkedHashMap<>();

    /** What each version of Druid has. */
    private final Map<String, List<ValueType>> present = new HashMap<>();

    /** The way down to each type. */
    private final Map<ValueType, List<ValueType.Property>> ways = new HashMap<>();

    /** One step down: from a property of a type, or into a document of a kind. */
    private static final class Step {
        final String kind;
        final ValueType.@Nullable Property through;

        Step(String kind, ValueType.@Nullable Property through) {
            this.kind = kind;
            this.through = through;
        }
    }

    public Corpus() {
        Roots.TYPES.forEach(this::meetAll);
    }

    private void meetAll(String document, Class<? extends SpecObject> root) {
        Deque<ValueType> open = new ArrayDeque<>();
        ValueType.of(root).forEach(t -> meet(t, new Step(document, null), open));
        while (!open.isEmpty()) {
            ValueType type = open.remove();
            String kind = steps.get(type).kind;
            type.properties.stream()
                    .filter(p -> !recipes.aside(p))
                    .forEach(p -> p.nested().forEach(t -> meet(t, new Step(kind, p), open)));
        }
    }

    private void meet(ValueType type, Step step, Deque<ValueType> open) {
        if (steps.putIfAbsent(type, step) == null) {
            open.add(type);
        }
    }

    public Recipes recipes() {
        return recipes;
    }

    Collection<ValueType> types() {
        return steps.keySet();
    }

    /** The smallest document with each type, and one with each property of it. */
    public List<Sample> oneByOne() {
        List<Sample> samples = new ArrayList<>();
        for (ValueType type : types()) {
            ObjectNode smallest = smallest(type);
            samples.add(document(type, smallest, List.of()));
            for (ValueType.Property p : type.properties) {
                if (!p.tellsType() && (!p.required() || p.isWord())) {
                    for (JsonNode value : p.isWord() ? values(p) : List.of(value(p, null))) {
                        ObjectNode object = smallest.deepCopy();
                        set(object, p, value);
                        samples.add(document(type, object, List.of(p)));
                    }
                }
            }
        }
        return samples;
    }

    /** As many properties of a type in one document as its rules allow, and the others in the next. */
    public List<Sample> packed(String version) {
        List<Sample> samples = new ArrayList<>();
        for (ValueType type : types()) {
            List<ValueType.Property> left = new ArrayList<>(type.properties);
            left.removeIf(p -> p.tellsType() || p.required() || recipes.absent(version, p) != null);
            List<ValueType.Property> shown;
            do {
                ObjectNode object = smallest(type);
                shown = new ArrayList<>();
                for (ValueType.Property p : left) {
                    ObjectNode more = object.deepCopy();
                    set(more, p, value(p, null));
                    if (document(type, more, List.of(p)).refusal() == null) {
                        object = more;
                        shown.add(p);
                    }
                }
                samples.add(document(type, object, shown));
                left.removeAll(shown);
            } while (!shown.isEmpty() && !left.isEmpty());
        }
        return samples;
    }

    /** A document with a random choice of properties on the way down to a random type; it may break a rule. */
    public Sample random(Random random, String version) {
        List<ValueType> there = present.computeIfAbsent(
                version,
                v -> types().stream()
                        .filter(t -> document(t, smallest(t), List.of()).absent(v, recipes) == null)
                        .collect(Collectors.toList()));
        ValueType type = there.get(random.nextInt(there.size()));
        return document(type, randomly(type, new Choice(random, version), 0), List.of(), new Choice(random, version));
    }

    /** What is random, and for which version of Druid. */
    private static final class Choice {
        final Random random;
        final String version;

        Choice(Random random, String version) {
            this.random = random;
            this.version = version;
        }
    }

    private ObjectNode randomly(ValueType type, Choice choice, int depth) {
        ObjectNode object = smallest(type);
        for (ValueType.Property p : type.properties) {
            if (!p.tellsType()
                    && !p.required()
                    && recipes.absent(choice.version, p) == null
                    && choice.random.nextInt(3 + depth) == 0) {
                set(object, p, randomValue(p, choice, depth));
            }
        }
        return object;
    }

    private JsonNode randomValue(ValueType.Property p, Choice choice, int depth) {
        List<ValueType> nested = new ArrayList<>(p.nested());
        if (nested.isEmpty() || !recipes.values(p).isEmpty()) {
            return value(p, choice.random);
        }
        nested.removeIf(t -> recipes.absent(choice.version, t) != null);
        if (nested.isEmpty()) {
            return value(p, choice.random);
        }
        ValueType one = nested.get(choice.random.nextInt(nested.size()));
        return Values.wrapped(depth < 3 ? randomly(one, choice, depth + 1) : smallest(one), p.javaType);
    }

    /** The smallest valid object of a type. */
    private ObjectNode smallest(ValueType type) {
        ObjectNode object = JSON.createObjectNode();
        Map<String, JsonNode> base = recipes.base(type);
        for (ValueType.Property p : type.properties) {
            if (p.name.equals(type.idProperty)) {
                object.put(p.name, type.id);
            } else if (p.fixedText() != null) {
                object.put(p.name, p.fixedText());
            } else if (p.required() && !base.containsKey(p.name)) {
                object.set(p.name, value(p, null));
            }
        }
        if (type.idProperty != null && !object.has(type.idProperty)) {
            object.set(type.idProperty, TextNode.valueOf(type.id));
        }
        base.forEach((name, value) -> put(object, name, value));
        return object;
    }

    private void set(ObjectNode object, ValueType.Property p, JsonNode value) {
        object.set(p.name, value);
        recipes.with(p).forEach((name, other) -> put(object, name, other));
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        if (value.isNull()) {
            object.remove(name);
        } else {
            object.set(name, value.deepCopy());
        }
    }

    /** A value that is not Druid's default: the first, or any. */
    private JsonNode value(ValueType.Property p, @Nullable Random random) {
        List<ValueType> nested = p.nested();
        if (!nested.isEmpty() && recipes.values(p).isEmpty()) {
            ValueType one = nested.get(random == null ? 0 : random.nextInt(nested.size()));
            return Values.wrapped(smallest(one), p.javaType);
        }
        List<JsonNode> values = values(p);
        return values.get(random == null ? 0 : random.nextInt(values.size())).deepCopy();
    }

    /** Values that are not Druid's default, if there is more than one. */
    private List<JsonNode> values(ValueType.Property p) {
        List<JsonNode> values = new ArrayList<>(recipes.values(p));
        if (values.isEmpty()) {
            values.addAll(Values.of(p.javaType, p.isNumberInJson()));
            List<String> defaults = p.defaults();
            if (!values.stream().allMatch(v -> defaults.contains(v.toString()))) { // versions may differ in it
                values.removeIf(v -> defaults.contains(v.toString()));
            }
        }
        if (values.isEmpty()) {
            throw new IllegalStateException("no value is known for " + p + " of " + p.javaType);
        }
        return values;
    }

    private Sample document(ValueType type, ObjectNode object, List<ValueType.Property> shown) {
        return document(type, object, shown, null);
    }

    /** The object where it belongs in a whole document. */
    private Sample document(
            ValueType type, ObjectNode object, List<ValueType.Property> shown, @Nullable Choice choice) {
        List<ValueType.Property> way = way(type);
        ObjectNode whole = object.deepCopy();
        for (int i = way.size() - 1; i >= 0; i--) {
            ValueType.Property p = way.get(i);
            ObjectNode parent = choice == null ? smallest(p.owner()) : randomly(p.owner(), choice, 2);
            set(parent, p, Values.wrapped(whole, p.javaType));
            whole = parent;
        }
        List<ValueType> path = new ArrayList<>();
        way.forEach(p -> path.add(p.owner()));
        path.add(type);
        for (ValueType t : path) {
            for (Map.Entry<String, JsonNode> e : recipes.around(t).entrySet()) {
                at(whole, e.getKey(), e.getValue());
            }
        }
        return new Sample(steps.get(path.get(0)).kind, whole, path, shown);
    }

    /** The properties that lead from a whole document to the type. */
    private List<ValueType.Property> way(ValueType type) {
        List<ValueType.Property> known = ways.get(type);
        if (known == null) {
            known = findWay(type);
            ways.put(type, known);
        }
        return known;
    }

    private List<ValueType.Property> findWay(ValueType type) {
        List<ValueType.Property> way = new ArrayList<>();
        String under = recipes.under(type);
        if (under != null) {
            ValueType above = types().stream()
                    .filter(t -> t.toString().equals(under) || t.name().equals(under))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no type " + under));
            way.addAll(way(above));
            way.addAll(wayDown(above, type));
            return way;
        }
        ValueType.Property through = steps.get(type).through;
        if (through != null) {
            way.addAll(way(through.owner()));
            way.add(through);
        }
        return way;
    }

    private static List<ValueType.Property> wayDown(ValueType from, ValueType to) {
        Map<ValueType, List<ValueType.Property>> ways = new LinkedHashMap<>();
        ways.put(from, List.of());
        Deque<ValueType> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            ValueType type = open.remove();
            for (ValueType.Property p : type.properties) {
                for (ValueType t : p.nested()) {
                    if (!ways.containsKey(t)) {
                        List<ValueType.Property> way = new ArrayList<>(ways.get(type));
                        way.add(p);
                        ways.put(t, way);
                        open.add(t);
                    }
                }
            }
        }
        List<ValueType.Property> way = ways.get(to);
        if (way == null) {
            throw new IllegalStateException(to + " is nowhere below " + from);
        }
        return way;
    }

    private static void at(ObjectNode document, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        String name = pointer.substring(slash + 1);
        JsonNode parent = document;
        for (String step : pointer.substring(0, slash).split("/", -1)) {
            if (!step.isEmpty()) {
                parent = parent.isArray()
                        ? parent.get(Integer.parseInt(step))
                        : ((ObjectNode) parent).withObject("/" + step);
            }
        }
        if (parent.isArray()) {
            ((ArrayNode) parent).set(Integer.parseInt(name), value.deepCopy());
        } else {
            put((ObjectNode) parent, name, value);
        }
    }
}
