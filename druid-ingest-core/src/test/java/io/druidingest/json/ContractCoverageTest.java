package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.druidingest.validation.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every ingestion type and property that Druid reads is there, with the defaults and the needs that Druid has. */
class ContractCoverageTest {

    /** The most that may be excluded, of all types and of all properties. */
    private static final double EXCLUDED_AT_MOST = 0.02;

    private static final Map<String, Class<?>> OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.druidingest").stream()
                    .filter(JavaClass::isTopLevelClass)
                    .filter(c -> !c.getSimpleName().startsWith("Immutable")
                            && !c.getSimpleName().equals("package-info"))
                    .collect(Collectors.toMap(JavaClass::getSimpleName, JavaClass::reflect));

    /** Ours for what Druid says: covered by {@code type}, or excluded with a reason. */
    private static final class Found {
        final Contract.Type druid;
        final @Nullable Class<?> type;

        Found(Contract.Type druid) {
            this.druid = druid;
            this.type = ours(druid);
        }

        boolean covered() {
            return type != null;
        }

        @Nullable String exclusion() {
            return ContractNames.exclusion(druid, null);
        }

        /** Words and units are classes written by hand, whose content other tests look at. */
        boolean hasProperties() {
            return type != null && SpecObject.class.isAssignableFrom(type);
        }

        Shape.@Nullable Property property(Contract.Property p) {
            return type == null ? null : Shape.of(type).property(p.name);
        }

        /** As a property, or as the former name of one. */
        boolean reads(Contract.Property p) {
            return type != null && Shape.of(type).reads(p.name);
        }
    }

    private static @Nullable Class<?> ours(Contract.Type druid) {
        Class<?> named = OURS.get(ContractNames.ours(druid));
        Family family = named == null ? null : named.getDeclaredAnnotation(Family.class);
        if (named == null || druid.id == null || druid.base.equals("part")) {
            return named;
        }
        if (family == null) {
            return reads(named, druid.id) ? named : null;
        }
        return Arrays.stream(family.value())
                .filter(v -> v.id().equals(druid.id))
                .map(Family.Variant::type)
                .findFirst()
                .orElse(null);
    }

    /** Whether a type without a family has that id: as the only one, or among the words of its {@code type}. */
    private static boolean reads(Class<?> type, String id) {
        if (!SpecObject.class.isAssignableFrom(type) || Shape.of(type).property("type") == null) {
            return true;
        }
        Method accessor = accessor(type.getSimpleName() + ".type");
        try {
            if (Keyword.class.isAssignableFrom(accessor.getReturnType())) {
                return Arrays.stream(accessor.getReturnType().getFields())
                        .map(ContractCoverageTest::constant)
                        .anyMatch(id::equals);
            }
            Object builder = type.getMethod("builder").invoke(null);
            Method partial = builder.getClass().getMethod("partial");
            partial.setAccessible(true);
            return id.equals(accessor.invoke(partial.invoke(builder)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String constant(Field f) {
        try {
            return f.get(null).toString();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Found> found(String version) {
        return Contract.of(version).types.stream().map(Found::new).collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"33.0.0", "37.0.0"})
    void everyTypeAndPropertyIsThere(String version) {
        List<Found> all = found(version);
        Count classes = count(all, true);
        Count byHand = count(all, false);
        System.out.println("Druid " + version + ", read from its classes: " + classes);
        if (byHand.types > 0) {
            System.out.println("Druid " + version + ", from documentation or memory: " + byHand);
        }
        assertThat(classes.missing).as("missing, of what Druid's classes read").isEmpty();
        assertThat(byHand.missing).as("missing, of what documentation says").isEmpty();
        assertThat((double) classes.excludedTypes).isLessThanOrEqualTo(classes.types * EXCLUDED_AT_MOST);
        assertThat((double) classes.excludedProperties).isLessThanOrEqualTo(classes.properties * EXCLUDED_AT_MOST);
    }

    @Test
    void noExclusionIsStale() {
        Set<String> used = new TreeSet<>();
        for (String version : List.of("33.0.0", "37.0.0")) {
            for (Found f : found(version)) {
                if (!f.covered()) {
                    used.add(f.druid.toString());
                }
                f.druid.properties.stream().filter(p -> !f.reads(p)).forEach(p -> used.add(p.toString()));
            }
        }
        assertThat(used).containsAll(ContractNames.EXCLUDED.keySet());
    }

    private static final class Count {
        int types;
        int properties;
        int excludedTypes;
        int excludedProperties;
        final List<String> missing = new ArrayList<>();

        @Override
        public String toString() {
            int missingTypes =
                    (int) missing.stream().filter(m -> m.startsWith("type ")).count();
            return told(types, missingTypes, excludedTypes, "types") + "; "
                    + told(properties, missing.size() - missingTypes, excludedProperties, "properties");
        }

        private static String told(int all, int missing, int excluded, String what) {
            return all + " " + what + ": " + (all - missing - excluded) + " covered, " + excluded + " excluded, "
                    + missing + " missing";
        }
    }

    private static Count count(List<Found> all, boolean fromClasses) {
        Count count = new Count();
        for (Found f : all) {
            if (f.druid.fromClasses != fromClasses) {
                continue;
            }
            count.types++;
            count.properties += f.druid.modern().size();
            String reason = f.exclusion();
            if (reason != null) {
                count.excludedTypes++;
                count.excludedProperties += f.druid.modern().size();
            } else if (!f.covered()) {
                count.missing.add("type " + f.druid + " " + f.druid.druidClass);
                f.druid.modern().forEach(p -> count.missing.add(p.toString()));
            } else if (f.hasProperties()) {
                properties(f, count);
            }
        }
        return count;
    }

    private static void properties(Found f, Count count) {
        for (Contract.Property p : f.druid.modern()) {
            String reason = ContractNames.exclusion(f.druid, p);
            if (reason != null) {
                count.excludedProperties++;
            } else if (!f.reads(p)) {
                count.missing.add(p.toString());
            }
        }
    }

    /** What Druid cannot do without in either version is required here, and nothing else. */
    @Test
    void requiresWhatDruidRequires() {
        List<String> differences = new ArrayList<>();
        Map<String, List<Contract.Property>> both = bothVersions();
        both.forEach((place, versions) -> {
            Shape.Property ours = ourProperty(place);
            Class<?> type = accessor(place).getReturnType();
            if (ours.fixed() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
                return; // see refusesAnEmptyListWhereDruidNeedsOne
            }
            boolean always = versions.stream().allMatch(p -> p.required.equals("always"));
            boolean never = versions.stream().noneMatch(p -> p.required.equals("always"));
            if (always && !ours.required()) {
                differences.add(place + ": Druid requires it");
            } else if (never && ours.required()) {
                differences.add(place + ": Druid does without it");
            }
        });
        onlyKnown(differences, ContractNames.REQUIRED_OTHERWISE);
    }

    /** A list or map is never required by its type: one that Druid needs is written even if empty, or asked for. */
    @Test
    void refusesAnEmptyListWhereDruidNeedsOne() throws Exception {
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, List<Contract.Property>> e : bothVersions().entrySet()) {
            String place = e.getKey();
            Class<?> list = accessor(place).getReturnType();
            if (e.getValue().stream().anyMatch(p -> !p.required.equals("always"))
                    || !(Collection.class.isAssignableFrom(list) || Map.class.isAssignableFrom(list))) {
                continue;
            }
            Shape.Property ours = ourProperty(place);
            SpecBuilder<?, ?> builder = TypesContractTest.filled(type(place));
            AnySpec.setter(type(place), ours.method())
                    .invoke(builder, Map.class.isAssignableFrom(list) ? Map.of() : List.of());
            SpecObject empty = AnySpec.partial(builder);
            Findings at = new Findings();
            empty.check(at);
            if (!SpecJson.tree(empty).has(ours.name())
                    && at.violations().stream().noneMatch(v -> v.toString().contains(ours.name()))) {
                silent.add(place + ": none is accepted, Druid needs one");
            }
        }
        onlyKnown(silent, ContractNames.EMPTY_OTHERWISE);
    }

    /** Where Druid tells what it assumes, {@link DruidDefault} says the same. */
    @Test
    void knowsDruidsDefaults() {
        List<String> differences = new ArrayList<>();
        bothVersions().forEach((place, versions) -> {
            Set<JsonNode> theirs = versions.stream()
                    .map(p -> p.defaultValue)
                    .filter(d -> d != null && !isNothing(d))
                    .collect(Collectors.toSet());
            DruidDefault said = accessor(place).getAnnotation(DruidDefault.class);
            if (said == null) {
                theirs.stream()
                        .filter(JsonNode::isValueNode)
                        .forEach(d -> differences.add(place + ": not said, is " + d));
                return;
            }
            if (!said.follows().isEmpty()) { // what Druid showed is the default of the other
                return;
            }
            Shape.Property ours = ourProperty(place);
            List<JsonNode> known = ours.defaults();
            theirs.stream()
                    .filter(d -> !known.containsAll(Meaning.defaults(type(place), ours, d.toString())))
                    .forEach(d -> differences.add(place + ": says " + List.of(said.value()) + ", is " + d));
        });
        onlyKnown(differences, ContractNames.DEFAULT_OTHERWISE);
    }

    /** Each difference, {@code Type.property: what}, has its reason, and each reason its difference. */
    private static void onlyKnown(List<String> differences, Map<String, String> reasons) {
        Set<String> stale = new TreeSet<>(reasons.keySet());
        differences.forEach(d -> stale.remove(d.substring(0, d.indexOf(':'))));
        assertThat(stale).as("differ no longer").isEmpty();
        differences.removeIf(d -> reasons.containsKey(d.substring(0, d.indexOf(':'))));
        assertThat(differences).isEmpty();
    }

    /** The comment of a property that Druid has given up says so. */
    @Test
    void saysWhatIsDeprecated() {
        Set<String> silent = new TreeSet<>();
        for (String version : List.of("33.0.0", "37.0.0")) {
            for (Found f : found(version)) {
                for (Contract.Property p : f.druid.properties) {
                    Shape.Property ours = p.deprecated && f.hasProperties() ? f.property(p) : null;
                    if (ours != null
                            && !comment(f.type, p.name).toLowerCase(Locale.ROOT).contains("deprecated")) {
                        silent.add(f.type.getSimpleName() + "." + p.name);
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    /** The comment before a property's setter, which may stand in a builder that several share. */
    private static String comment(Class<?> type, String property) {
        Class<?> builder = Arrays.stream(type.getClasses())
                .filter(c -> c.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
        Set<Class<?>> declaring = Arrays.stream(builder.getMethods())
                .filter(m -> m.getName().equals(property) && Modifier.isAbstract(m.getModifiers()))
                .map(m -> m.getDeclaringClass().getDeclaringClass())
                .collect(Collectors.toSet());
        StringBuilder comments = new StringBuilder();
        for (Class<?> c : declaring) {
            Path source = Path.of("src/main/java", c.getName().replace('.', '/') + ".java");
            try {
                String text = Files.readString(source);
                Matcher setter =
                        Pattern.compile("\\b(Builder|B) " + property + "\\(").matcher(text);
                if (setter.find()) {
                    comments.append(text, text.lastIndexOf("/**", setter.start()), setter.start());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return comments.toString();
    }

    /** What each version says of a property of one of our types, by {@code Type.property}. */
    private static Map<String, List<Contract.Property>> bothVersions() {
        Function<Object[], String> place =
                o -> ((Class<?>) o[0]).getSimpleName() + "." + ((Contract.Property) o[1]).name;
        List<Object[]> all = new ArrayList<>();
        for (String version : List.of("33.0.0", "37.0.0")) {
            for (Found f : found(version)) {
                if (f.hasProperties() && f.druid.fromClasses) {
                    f.druid.modern().stream()
                            .filter(p -> f.property(p) != null)
                            .forEach(p -> all.add(new Object[] {f.type, p}));
                }
            }
        }
        return all.stream()
                .collect(Collectors.groupingBy(
                        place, TreeMap::new, Collectors.mapping(o -> (Contract.Property) o[1], Collectors.toList())));
    }

    private static Class<?> type(String place) {
        return Objects.requireNonNull(OURS.get(place.substring(0, place.indexOf('.'))));
    }

    private static Shape.Property ourProperty(String place) {
        String[] parts = place.split("\\.", 2);
        return Objects.requireNonNull(Shape.of(OURS.get(parts[0])).property(parts[1]));
    }

    private static Method accessor(String place) {
        String[] parts = place.split("\\.", 2);
        return Arrays.stream(OURS.get(parts[0]).getMethods())
                .filter(m -> m.getParameterCount() == 0 && !m.isBridge() && name(m).equals(parts[1]))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Method m) {
        JsonProperty json = m.getAnnotation(JsonProperty.class);
        return json == null || json.value().isEmpty() ? m.getName() : json.value();
    }

    private static boolean isNothing(JsonNode d) {
        return d.isNull() || (d.isContainerNode() && d.isEmpty());
    }
}
