package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
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

    private static final ObjectMapper JSON = new ObjectMapper();

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
    }

    private static @Nullable Class<?> ours(Contract.Type druid) {
        Class<?> named = OURS.get(ContractNames.ours(druid));
        Family family = named == null ? null : named.getDeclaredAnnotation(Family.class);
        if (named == null || druid.id == null) {
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
        assumeThat(classes.missing).as("missing, of what Druid's classes read").isEmpty();
        assumeThat(byHand.missing).as("missing, of what documentation says").isEmpty();
        assertThat(classes.excludedTypes).isLessThanOrEqualTo(classes.types * EXCLUDED_AT_MOST);
        assertThat(classes.excludedProperties).isLessThanOrEqualTo(classes.properties * EXCLUDED_AT_MOST);
    }

    @Test
    void noExclusionIsStale() {
        Set<String> used = new TreeSet<>();
        for (String version : List.of("33.0.0", "37.0.0")) {
            for (Found f : found(version)) {
                used.add(f.druid.toString());
                f.druid.properties.forEach(p -> {
                    if (f.property(p) == null) {
                        used.add(p.toString());
                    }
                });
            }
        }
        assertThat(used).containsAll(ContractNames.EXCLUDED.keySet());
    }

    private static final class Count {
        int types;
        int properties;
        double excludedTypes;
        double excludedProperties;
        final List<String> missing = new ArrayList<>();
        final List<String> excluded = new ArrayList<>();

        @Override
        public String toString() {
            long missingTypes =
                    missing.stream().filter(m -> m.startsWith("type ")).count();
            return types + " types (" + missingTypes + " missing, " + (int) excludedTypes + " excluded), " + properties
                    + " properties (" + (missing.size() - missingTypes) + " missing, " + (int) excludedProperties
                    + " excluded)"
                    + excluded.stream().map(e -> "\n  excluded: " + e).collect(Collectors.joining());
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
                count.excluded.add(f.druid + ": " + reason);
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
                count.excluded.add(p + ": " + reason);
            } else if (f.property(p) == null) {
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
                return; // an empty list or map stands for none
            }
            boolean always = versions.stream().allMatch(p -> p.required.equals("always"));
            boolean never = versions.stream().noneMatch(p -> p.required.equals("always"));
            if (always && !ours.required()) {
                differences.add(place + ": Druid requires it");
            } else if (never && ours.required()) {
                differences.add(place + ": Druid does without it");
            }
        });
        differences.removeIf(d -> ContractNames.REQUIRED_OTHERWISE.contains(d.substring(0, d.indexOf(':'))));
        assumeThat(differences).isEmpty();
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
            List<JsonNode> known =
                    Arrays.stream(said.value()).map(ContractCoverageTest::parse).collect(Collectors.toList());
            theirs.stream()
                    .filter(d -> known.stream().noneMatch(k -> same(k, d)))
                    .forEach(d -> differences.add(place + ": says " + known + ", is " + d));
        });
        differences.removeIf(d -> ContractNames.DEFAULT_OTHERWISE.contains(d.substring(0, d.indexOf(':'))));
        assumeThat(differences).isEmpty();
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
        silent.removeAll(ContractNames.NOT_CALLED_DEPRECATED);
        assumeThat(silent).isEmpty();
    }

    /** The comment before a property's setter. */
    private static String comment(Class<?> type, String property) {
        Path source = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
        try {
            String text = Files.readString(source);
            Matcher setter = Pattern.compile("Builder " + property + "\\(").matcher(text);
            int builder = text.indexOf("interface Builder");
            if (!setter.find(Math.max(builder, 0))) {
                return "";
            }
            int start = text.lastIndexOf("/**", setter.start());
            return text.substring(start, setter.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        return a.equals(b) || (a.isTextual() && b.isTextual() && a.asText().equalsIgnoreCase(b.asText()));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
