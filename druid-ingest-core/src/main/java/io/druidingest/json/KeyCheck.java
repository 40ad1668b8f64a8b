package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys and type ids that Druid would silently ignore or refuse, and names the nearest legal ones. Druid itself
 * drops unknown keys without a word.
 */
final class KeyCheck {

    private static final int TYPO = 2;

    private final Class<?> root;

    KeyCheck(Class<?> root) {
        this.root = root;
    }

    void check(SpecObject value, JsonNode json, Findings at) {
        Shape shape = Shape.of(value.getClass());
        Family family = shape.family();
        if (family != null && family.unknown() == shape.type()) {
            unknownType(family, json.path(family.property()).asText(), at.at(family.property()));
            return;
        }
        json.fieldNames().forEachRemaining(key -> {
            if (shape.property(key) == null && !shape.open()) {
                unknownKey(shape, key, at);
            }
        });
    }

    /** Reports a key of an open value that nearly is a known one. */
    static void misspelt(Shape shape, String key, Findings at) {
        String near = nearest(key, shape);
        if (near != null) {
            at.at(key).report(Rules.MISSPELT_KEY, "is not known; did you mean \"" + near + "\"?");
        }
    }

    void check(Keyword word, Findings at) {
        if (!word.isKnown()) {
            at.report(Rules.UNKNOWN_TYPE, "\"" + word + "\" is none of " + new TreeSet<>(word.words()));
        }
    }

    private static void unknownType(Family family, String id, Findings at) {
        List<String> known =
                Arrays.stream(family.value()).map(Family.Variant::id).collect(Collectors.toList());
        String near = nearest(id, known);
        at.report(
                Rules.UNKNOWN_TYPE,
                "\"" + id + "\" is none of " + known + (near == null ? "" : "; did you mean \"" + near + "\"?"));
    }

    private void unknownKey(Shape shape, String key, Findings at) {
        String near = nearest(key, shape);
        String elsewhere = near == null ? pathOf(key) : null;
        if (at.at(key).path().replaceAll("\\[\\d+]", "").equals(elsewhere)) {
            elsewhere = null; // a property of another type that may stand here
        }
        at.at(key)
                .report(
                        Rules.UNKNOWN_PROPERTY,
                        "is not known here; "
                                + (near != null
                                        ? "did you mean \"" + near + "\"?"
                                        : elsewhere != null
                                                ? "did you mean " + elsewhere + "?"
                                                : "if Druid reads it, read leniently to keep it"));
    }

    /** The shortest path from the root to a property of this name, or null. */
    private @Nullable String pathOf(String key) {
        Deque<Map.Entry<String, Class<?>>> open = new ArrayDeque<>(List.of(Map.entry("", root)));
        Set<Class<?>> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Map.Entry<String, Class<?>> here = open.remove();
            if (!seen.add(here.getValue())) {
                continue;
            }
            Family variants = here.getValue().getDeclaredAnnotation(Family.class);
            if (variants != null) { // what its interface says is no JSON yet
                for (Family.Variant v : variants.value()) {
                    open.add(Map.entry(here.getKey(), v.type()));
                }
                continue;
            }
            Shape shape = Shape.of(here.getValue());
            if (shape.property(key) != null) {
                return here.getKey() + key;
            }
            for (Shape.Property p : shape.properties()) {
                if (p.nested() != null) {
                    open.add(Map.entry(here.getKey() + p.name() + ".", p.nested()));
                }
            }
        }
        return null;
    }

    private static @Nullable String nearest(String key, Shape shape) {
        return nearest(
                key, shape.properties().stream().map(Shape.Property::name).collect(Collectors.toList()));
    }

    private static @Nullable String nearest(String word, Collection<String> candidates) {
        String best = null;
        int least = TYPO + 1;
        for (String c : candidates) {
            int d = distance(word, c);
            if (d < least && d < c.length()) {
                least = d;
                best = c;
            }
        }
        return best;
    }

    /** Edits (insert, delete, replace) between two words, ignoring case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
