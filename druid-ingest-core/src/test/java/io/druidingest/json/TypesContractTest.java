package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.druidingest.input.Password;
import io.druidingest.json.internal.Accessors;
import io.druidingest.query.ColumnType;
import io.druidingest.schema.DataSchema;
import io.druidingest.unit.Bytes;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.Interval;
import io.druidingest.unit.IsoPeriod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every value type promises, proved for each without a test of its own: a type is found by its annotation, and all
 * its properties are set to something.
 */
class TypesContractTest {

    /** A value for each Java type that a property can have, but for keywords. */
    private static final Map<Class<?>, Supplier<Object>> SAMPLES = Map.ofEntries(
            Map.entry(String.class, () -> "text"),
            Map.entry(Boolean.class, () -> true),
            Map.entry(Integer.class, () -> 7),
            Map.entry(Long.class, () -> 9_007_199_254_740_993L),
            Map.entry(Double.class, () -> 0.25),
            Map.entry(Duration.class, () -> Duration.ofMinutes(90)),
            Map.entry(Instant.class, () -> Instant.parse("2026-01-31T00:00:00Z")),
            Map.entry(URI.class, () -> URI.create("https://example.org/a%20b")),
            Map.entry(JsonNode.class, () -> IntNode.valueOf(3)),
            Map.entry(Interval.class, () -> Interval.of("2026-01-01/P1D")),
            Map.entry(IsoPeriod.class, () -> IsoPeriod.of("P1M")),
            Map.entry(Bytes.class, () -> Bytes.of("1GiB")),
            Map.entry(Granularity.class, () -> Granularity.period("PT2H")),
            Map.entry(ColumnType.class, () -> ColumnType.array(ColumnType.LONG)),
            Map.entry(Float.class, () -> 0.5f),
            Map.entry(Password.class, () -> Password.environment("SECRET")));

    /** A sample; of keywords, the last one that is declared. Null of a class that is neither. */
    static Object scalar(Class<?> c) {
        if (!Keyword.class.isAssignableFrom(c)) {
            return SAMPLES.containsKey(c) ? SAMPLES.get(c).get() : null;
        }
        return Arrays.stream(c.getFields())
                .filter(f -> f.getType() == c)
                .map(f -> {
                    try {
                        return f.get(null);
                    } catch (IllegalAccessException e) {
                        throw new LinkageError("constants are public", e);
                    }
                })
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    static List<Class<?>> types() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.druidingest")
                        .stream()
                        .filter(c -> c.isInterface() && c.isAnnotatedWith(JsonDeserialize.class))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toList());
    }

    @Test
    void findsTheTypes() {
        assertThat(types()).hasSizeGreaterThan(25).contains(DataSchema.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void setsEachPropertyByItsName(Class<?> type) {
        Set<String> properties = Shape.of(type).properties().stream()
                .filter(p -> !p.fixed())
                .map(Shape.Property::method)
                .collect(Collectors.toSet());
        Set<String> setters = Arrays.stream(builderType(type).getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()) && m.getParameterCount() == 1)
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertThat(setters).containsExactlyInAnyOrderElementsOf(properties);
    }

    @ParameterizedTest
    @MethodSource("types")
    void survivesARoundTrip(Class<?> type) throws Exception {
        SpecObject value = sample(type);
        String json = SpecJson.write(value);

        Class<?> readAs = AnySpec.familyOf(type) == null ? type : AnySpec.familyOf(type);
        assertThat(SpecMapper.wire().readValue(json, readAs)).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(fieldNames(SpecJson.tree(value)))
                .contains("newInDruid40")
                .containsAll(Shape.of(type).properties().stream()
                        .map(Shape.Property::name)
                        .collect(Collectors.toList()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void equalsItsCopy(Class<?> type) throws Exception {
        SpecObject value = sample(type);
        Object builder = type.getMethod("toBuilder").invoke(value);
        SpecObject copy = AnySpec.partial((SpecBuilder<?, ?>) builder);
        assertThat(copy).isEqualTo(value).isNotSameAs(value);
    }

    @ParameterizedTest
    @MethodSource("types")
    void printsItsContentAndNoSecret(Class<?> type) throws Exception {
        assertThat(sample(type).toString())
                .startsWith(type.getSimpleName() + "{")
                .doesNotContain("SECRET", "newInDruid40");
    }

    /** What is generated for speed says what reflection says. */
    @ParameterizedTest
    @MethodSource("types")
    void isReadAsReflectionReadsIt(Class<?> type) throws Exception {
        Shape shape = Shape.of(type);
        Accessors<SpecObject> accessors = Shape.accessors(type);
        assertThat(accessors.getClass().getSimpleName()).isEqualTo(type.getSimpleName() + "Accessors");
        assertThat(shape.ids())
                .allSatisfy(id ->
                        assertThat(accessors.goesWith(id)).isEqualTo(shape.freeType() != null && !shape.unknown()));
        Accessors<SpecObject> reflected = new ReflectedAccessors(shape);
        for (SpecObject value : List.of(sample(type), AnySpec.partial(AnySpec.builder(type)))) {
            Recorder generated = new Recorder(accessors);
            Recorder expected = new Recorder(reflected);
            assertThat(accessors.each(value, generated))
                    .isEqualTo(reflected.each(value, expected))
                    .isEqualTo(accessors.isComplete(value))
                    .isEqualTo(reflected.isComplete(value));
            assertThat(generated.passed).isEqualTo(expected.passed);
            assertThat(generated.special).isEqualTo(expected.special);
        }
    }

    private static final class Recorder implements Accessors.Visitor<RuntimeException> {

        private final Map<String, Object> passed = new TreeMap<>();
        private final Set<String> special = new TreeSet<>();
        private final Accessors<SpecObject> from;

        Recorder(Accessors<SpecObject> from) {
            this.from = from;
        }

        @Override
        public void id(int index, String value) {
            special.add("id " + from.names().get(index));
            other(index, value);
        }

        @Override
        public void millis(int index, Duration value) {
            special.add("millis " + from.names().get(index));
            other(index, value);
        }

        @Override
        public void text(int index, String value) {
            other(index, value);
        }

        @Override
        public void number(int index, long value) {
            other(index, value);
        }

        @Override
        public void flag(int index, boolean value) {
            other(index, value);
        }

        @Override
        public void object(int index, SpecObject value) {
            other(index, value);
        }

        @Override
        public void texts(int index, Collection<String> values) {
            other(index, values);
        }

        @Override
        public void objects(int index, Collection<? extends SpecObject> values) {
            other(index, values);
        }

        @Override
        public void unknown(Map<String, JsonNode> properties) {
            passed.put("unknown properties", properties);
        }

        @Override
        public void other(int index, Object value) {
            assertThat(passed.put(from.names().get(index), value)).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void takesNullWhereNothingNeedBeGiven(Class<?> type) throws Exception {
        SpecBuilder<?, ?> builder = filled(type);
        for (Shape.Property p : Shape.of(type).properties()) {
            Method setter = AnySpec.setter(type, p.method());
            if (setter != null
                    && !p.required()
                    && !Iterable.class.isAssignableFrom(setter.getParameterTypes()[0])
                    && !Map.class.isAssignableFrom(setter.getParameterTypes()[0])) {
                setter.invoke(builder, (Object) null);
                assertThat(p.get(AnySpec.partial(builder))).as(p.name()).isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void canHaveWhatDruidAssumes(Class<?> type) {
        assertThat(Shape.of(type).properties())
                .allSatisfy(p -> assertThatCode(p::defaults).as(p.name()).doesNotThrowAnyException());
    }

    static Stream<Class<?>> families() {
        return types().stream()
                .map(AnySpec::familyOf)
                .filter(f -> f != null)
                .distinct()
                .map(f -> (Class<?>) f);
    }

    @ParameterizedTest
    @MethodSource("families")
    void familyKeepsAnUnknownType(Class<?> family) throws Exception {
        String json = "{\"" + family.getDeclaredAnnotation(Family.class).property()
                + "\":\"fromTheFuture\",\"name\":\"n\",\"list\":[1.10,null,{\"a\":1e400}]}";
        Object value = SpecMapper.wire().readValue(json, family);
        assertThat(value)
                .isInstanceOf(family.getDeclaredAnnotation(Family.class).unknown());
        assertThat(SpecJson.tree(value)).isEqualTo(SpecMapper.wire().readTree(json));
    }

    private static SpecObject sample(Class<?> type) throws Exception {
        return AnySpec.partial(filled(type));
    }

    /** All properties set, whether or not the rules allow them together. */
    static SpecBuilder<?, ?> filled(Class<?> type) throws Exception {
        SpecBuilder<?, ?> builder = AnySpec.builder(type);
        for (Shape.Property p : Shape.of(type).properties()) {
            Method setter = AnySpec.setter(type, p.method());
            if (setter != null) {
                Type parameter = type.getMethod(p.method()).getGenericReturnType();
                setter.invoke(builder, p.name().equals(typeProperty(type)) ? variantId(type) : value(parameter));
            }
        }
        return builder.property("newInDruid40", TextNode.valueOf("kept"));
    }

    private static Object value(Type type) throws Exception {
        if (type instanceof ParameterizedType) {
            Type[] of = ((ParameterizedType) type).getActualTypeArguments();
            if (((ParameterizedType) type).getRawType() == Set.class) {
                return Set.of(value(of[0]));
            }
            return of.length == 1 ? List.of(value(of[0])) : Map.of("key", value(of[1]));
        }
        Class<?> c = (Class<?>) type;
        Object scalar = scalar(c);
        if (scalar != null) {
            return scalar;
        }
        Family family = c.getDeclaredAnnotation(Family.class);
        return sample(family == null ? c : leaf(c, family));
    }

    /** The first variant that has no other of its family in it. */
    private static Class<?> leaf(Class<?> c, Family family) {
        return Arrays.stream(family.value())
                .map(Family.Variant::type)
                .filter(v -> Shape.of(v).properties().stream().noneMatch(p -> p.nested() == c))
                .findFirst()
                .orElseThrow(() -> new AssertionError(c + " has no leaf"));
    }

    private static String typeProperty(Class<?> type) {
        Class<?> family = AnySpec.familyOf(type);
        return family == null ? "" : family.getDeclaredAnnotation(Family.class).property();
    }

    private static String variantId(Class<?> type) {
        Family family = AnySpec.familyOf(type).getDeclaredAnnotation(Family.class);
        return Arrays.stream(family.value())
                .filter(v -> v.type() == type)
                .map(Family.Variant::id)
                .findFirst()
                .orElse("fromTheFuture");
    }

    private static Class<?> builderType(Class<?> type) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(c -> c.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no Builder"));
    }

    private static Set<String> fieldNames(JsonNode json) {
        Set<String> names = new TreeSet<>();
        for (Iterator<String> i = json.fieldNames(); i.hasNext(); ) {
            names.add(i.next());
        }
        return names;
    }
}
