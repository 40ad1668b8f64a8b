package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.ArrayDeque;
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

    private final SpecObject root;

    KeyCheck(SpecObject root) {
        this.root = root;
    }

    void check(SpecObject value, JsonNode json, Findings at) {
        Shape shape = Shape.of(value);
        Variants family = shape.family();
        if (family != null && family.unknown() == shape.type()) {
            unknownType(family, json.path(family.property()).asText(), at.at(family.property()));
            return;
        }
        json.fieldNames().forEachRemaining(key -> {
            if (!shape.reads(key) && !shape.open()) {
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

    /** What to do about a required property that is missing. Its parts stand beside it in documents of former days. */
    static String mend(Shape.Property missing, SpecObject value) {
        String parts = missing.nested() == null
                ? ""
                : Shape.of(missing.nested()).properties().stream()
                        .map(Shape.Property::name)
                        .filter(value.properties()::containsKey)
                        .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "set " + missing.name() : "move " + parts + " into it";
    }

    static void check(Keyword word, Findings at) {
        if (!word.isKnown()) {
            String near = word.rightCase();
            at.report(
                    Rules.UNKNOWN_TYPE,
                    "\"" + word + "\" is none of " + new TreeSet<>(word.words())
                            + (near == null ? "" : "; Druid wants it spelt " + near));
        }
    }

    private static void unknownType(Variants family, String id, Findings at) {
        List<String> known = family.ids();
        String near = nearest(id, known);
        at.report(
                Rules.UNKNOWN_TYPE,
                "\"" + id + "\" is none of " + known + (near == null ? "" : "; did you mean \"" + near + "\"?"));
    }

    private void unknownKey(Shape shape, String key, Findings at) {
        String near = nearest(key, shape);
        String elsewhere = near == null ? pathOf(key, at.at(key).path()) : null;
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

    /** Where a property of this name belongs: in an object of the document, or else in one that could stand there. */
    private @Nullable String pathOf(String key, String here) {
        String there = inDocument(key);
        if (there == null) {
            there = inLanguage(key);
        }
        // a property of another type that may stand here is no help
        return there == null || anyIndex(there).equals(anyIndex(here)) ? null : there;
    }

    private static String anyIndex(String path) {
        return path.replaceAll("\\[\\d*]", "[]");
    }

    /** The shortest path to an object of the document that has such a property. */
    private @Nullable String inDocument(String key) {
        Deque<Map.Entry<String, Object>> open = new ArrayDeque<>(List.of(Map.entry("", root)));
        while (!open.isEmpty()) {
            String path = open.peek().getKey();
            Object here = open.remove().getValue();
            if (here instanceof SpecObject) {
                Shape shape = Shape.of(here.getClass());
                String prefix = path.isEmpty() ? "" : path + ".";
                if (shape.property(key) != null) {
                    return prefix + key;
                }
                for (Shape.Property p : shape.properties()) {
                    Object child = p.get((SpecObject) here);
                    if (child != null && p.nested() != null) {
                        open.add(Map.entry(prefix + p.name(), child));
                    }
                }
            } else if (here instanceof Collection) {
                int i = 0;
                for (Object element : (Collection<?>) here) {
                    if (element != null) {
                        open.add(Map.entry(path + "[" + i + "]", element));
                    }
                    i++;
                }
            }
        }
        return null;
    }

    /** The shortest path from the root to a property of this name, lists as {@code []}. */
    private @Nullable String inLanguage(String key) {
        Deque<Map.Entry<String, Class<?>>> open = new ArrayDeque<>(List.of(Map.entry("", root.getClass())));
        Set<Class<?>> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Map.Entry<String, Class<?>> here = open.remove();
            if (!seen.add(here.getValue())) {
                continue;
            }
            Variants variants = Variants.of(here.getValue());
            if (variants != null) { // what its interface says is no JSON yet
                variants.types().values().forEach(type -> open.add(Map.entry(here.getKey(), type)));
                continue;
            }
            Shape shape = Shape.of(here.getValue());
            if (shape.property(key) != null) {
                return here.getKey() + key;
            }
            for (Shape.Property p : shape.properties()) {
                if (p.nested() != null) {
                    open.add(Map.entry(here.getKey() + p.name() + (p.listed() ? "[]." : "."), p.nested()));
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
