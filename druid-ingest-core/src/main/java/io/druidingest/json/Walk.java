package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Violation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a tree of values: children first, then the rules of the value itself, which run only where nothing is
 * missing or malformed at or below it. A tree that was read is held against its JSON as well.
 */
final class Walk {

    private final @Nullable KeyCheck keys;
    private final List<Violation> unreadable;

    private Walk(@Nullable KeyCheck keys, List<Violation> unreadable) {
        this.keys = keys;
        this.unreadable = unreadable;
    }

    /** A walk over values that a builder made: any property it was given is meant. */
    static Walk ofBuilt() {
        return new Walk(null, List.of());
    }

    /**
     * A walk over values that were read.
     *
     * @param keys tells unknown keys; null where they are welcome
     * @param unreadable what was found wrong while reading, and is not part of the values therefore
     */
    static Walk ofRead(@Nullable KeyCheck keys, List<Violation> unreadable) {
        return new Walk(keys, List.copyOf(unreadable));
    }

    /** Reports what is wrong with {@code value} and below; true if it is complete and well formed. */
    boolean value(SpecObject value, Findings at) {
        return value(value, null, at);
    }

    boolean value(SpecObject value, @Nullable JsonNode json, Findings at) {
        boolean sound = completeness(value, json, at);
        for (Shape.Property p : Shape.of(value.getClass()).properties()) {
            Object child = p.get(value);
            Findings there = p.whole() ? at : at.at(p.name());
            JsonNode childJson = json == null || p.whole() ? json : json.get(p.name());
            if (child instanceof Collection) {
                sound &= list((Collection<?>) child, p.nullElements(), childJson, there);
            } else if (child instanceof Map) {
                sound &= map((Map<?, ?>) child, childJson, there);
            } else if (child instanceof Duration) {
                int before = at.violations().size();
                IsoDuration.check((Duration) child, p.inMillis(), there);
                sound &= at.violations().size() == before;
            } else if (child != null) {
                sound &= element(child, childJson, there);
            }
        }
        if (json != null && keys != null) {
            keys.check(value, json, at);
        }
        for (String key : value.properties().keySet()) {
            Shape.Property known = Shape.of(value.getClass()).property(key);
            if (known != null) {
                String fix = known.fixed() ? "leave it out" : "set it by its own method, " + known.method() + "(..)";
                at.at(key).report(Rules.KNOWN_PROPERTY, "would be written twice; " + fix);
                sound = false;
            } else if (Shape.of(value.getClass()).open()) {
                KeyCheck.misspelt(Shape.of(value.getClass()), key, at);
            }
        }
        sound &= variant(value, at) && readable(at.path());
        if (sound) {
            value.check(at);
        }
        return sound;
    }

    private boolean readable(String path) {
        return unreadable.stream()
                .map(Violation::path)
                .noneMatch(p -> p.startsWith(path)
                        && (path.isEmpty()
                                || p.length() == path.length()
                                || ".[".indexOf(p.charAt(path.length())) >= 0));
    }

    /** Reports a type id that does not go with the class of the value: it would be read as something else. */
    private static boolean variant(SpecObject value, Findings at) {
        Shape shape = Shape.of(value.getClass());
        Variants family = shape.family();
        Shape.Property type = family == null ? null : shape.property(family.property());
        if (family == null || type == null || type.fixed() || type.get(value) == null) {
            return true;
        }
        boolean unknown = family.unknown() == shape.type();
        List<String> ids = unknown ? family.ids() : family.ids(shape.type());
        if (ids.isEmpty() || ids.contains(type.get(value)) != unknown) {
            return true;
        }
        at.at(type.name())
                .report(
                        Rules.WRONG_TYPE,
                        "\"" + type.get(value) + "\" "
                                + (unknown ? "is a known type; make it by its own class" : "is none of " + ids));
        return false;
    }

    /** Reports the required properties that this one object lacks; true if it lacks none. */
    boolean completeness(SpecObject value, Findings at) {
        return completeness(value, null, at);
    }

    private boolean completeness(SpecObject value, @Nullable JsonNode json, Findings at) {
        boolean complete = true;
        for (Shape.Property p : Shape.of(value.getClass()).properties()) {
            boolean given = json != null && json.hasNonNull(p.name());
            if (p.fixed()) {
                complete &= fixed(p, value, json, at.at(p.name()));
            } else if (p.required() && p.get(value) == null) {
                complete = false;
                if (!given) { // a given one is malformed, and that was reported when it was read
                    at.at(p.name()).report(Rules.MISSING, "is required; set " + p.name());
                }
            }
        }
        return complete;
    }

    private static boolean fixed(Shape.Property p, SpecObject value, @Nullable JsonNode json, Findings at) {
        if (json == null) {
            return true;
        }
        Object expected = p.get(value);
        JsonNode said = json.get(p.name());
        if (said == null || said.isNull()) {
            if (p.saidInJson()) {
                at.report(Rules.MISSING, "is required; set it to \"" + expected + "\"");
                return false;
            }
            return true;
        }
        if (!said.asText().equals(expected)) {
            at.report(Rules.WRONG_TYPE, said + " cannot stand here; set it to \"" + expected + "\"");
            return false;
        }
        return true;
    }

    private boolean list(Collection<?> list, boolean nulls, @Nullable JsonNode json, Findings at) {
        boolean sound = true;
        int i = -1;
        for (Object element : list) {
            i++;
            JsonNode elementJson = json == null ? null : json.get(i);
            if (element != null) {
                sound &= element(element, elementJson, at.at(i));
            } else if (!nulls) {
                sound = false;
                if (elementJson == null || elementJson.isNull()) {
                    at.at(i).report(Rules.NULL_ELEMENT, "is null; remove it");
                }
            }
        }
        return sound;
    }

    private boolean map(Map<?, ?> map, @Nullable JsonNode json, Findings at) {
        boolean sound = true;
        for (Map.Entry<?, ?> e : map.entrySet()) {
            String key = String.valueOf(e.getKey());
            Object element = e.getValue();
            if (element == null) {
                at.at(key).report(Rules.NULL_ELEMENT, "is null; remove it");
                sound = false;
            } else {
                sound &= element(element, json == null ? null : json.get(key), at.at(key));
            }
        }
        return sound;
    }

    private boolean element(Object element, @Nullable JsonNode json, Findings at) {
        if (element instanceof SpecObject) {
            return value((SpecObject) element, json, at);
        }
        if (element instanceof Keyword && keys != null) {
            keys.check((Keyword) element, at);
        }
        if (element instanceof Checked) {
            int before = at.violations().size();
            ((Checked) element).check(at);
            return at.violations().size() == before;
        }
        return true;
    }
}
