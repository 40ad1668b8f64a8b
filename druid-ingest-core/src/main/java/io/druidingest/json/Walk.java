package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.internal.Accessors;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Violation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Accessors<SpecObject> accessors = Shape.accessors(value);
        Below below = new Below(value, accessors, json, at);
        boolean complete = accessors.each(value, below);
        boolean sound = below.sound;
        if (!complete || json != null) {
            sound &= completeness(value, json, at);
        }
        if (json != null && keys != null) {
            keys.check(value, json, at);
        }
        sound &= unreadable.isEmpty() || readable(at.path());
        if (sound) {
            value.check(at);
        }
        return sound;
    }

    /** What stands in one value. */
    private final class Below implements Accessors.Visitor<RuntimeException> {

        private final SpecObject of;
        private final Accessors<SpecObject> accessors;
        private final @Nullable JsonNode json;
        private final Findings at;
        private boolean sound = true;

        Below(SpecObject of, Accessors<SpecObject> accessors, @Nullable JsonNode json, Findings at) {
            this.of = of;
            this.accessors = accessors;
            this.json = json;
            this.at = at;
        }

        @Override
        public void id(int index, String value) {
            sound &= accessors.goesWith(value) || variant(Shape.of(of), value, at);
        }

        @Override
        public void text(int index, String value) {}

        @Override
        public void number(int index, long value) {}

        @Override
        public void flag(int index, boolean value) {}

        @Override
        public void millis(int index, Duration value) {
            sound &= duration(value, true, at.at(name(index)));
        }

        @Override
        public void object(int index, SpecObject value) {
            sound &= value(value, json(index), at.at(name(index)));
        }

        @Override
        public void texts(int index, Collection<String> values) {
            for (String value : values) {
                if (value == null) {
                    other(index, values);
                    return;
                }
            }
        }

        @Override
        public void objects(int index, Collection<? extends SpecObject> values) {
            other(index, values);
        }

        @Override
        public void unknown(Map<String, JsonNode> properties) {
            sound &= unknownProperties(Shape.of(of), properties.keySet(), at);
        }

        @Override
        public void other(int index, Object value) {
            if (value instanceof Collection) {
                sound &= accessors.asList(of) == null
                        ? list(index, (Collection<?>) value, json(index), at.at(name(index)))
                        : list(index, (Collection<?>) value, json, at);
            } else if (value instanceof Map) {
                sound &= map((Map<?, ?>) value, json(index), at.at(name(index)));
            } else {
                sound &= element(value, json(index), at.at(name(index)));
            }
        }

        private String name(int index) {
            return accessors.names().get(index);
        }

        private @Nullable JsonNode json(int index) {
            return json == null ? null : json.get(name(index));
        }

        private boolean list(int index, Collection<?> list, @Nullable JsonNode said, Findings here) {
            boolean elements = true;
            int i = -1;
            for (Object element : list) {
                i++;
                JsonNode elementJson = said == null ? null : said.get(i);
                if (element == null) {
                    elements &= nullElement(index, elementJson, here.at(i));
                } else {
                    elements &= element(element, elementJson, here.at(i));
                }
            }
            return elements;
        }

        private boolean nullElement(int index, @Nullable JsonNode said, Findings here) {
            Shape.Property list = Shape.of(of).property(name(index));
            if (list != null && list.nullElements()) {
                return true;
            }
            if (said == null || said.isNull()) {
                here.report(Rules.NULL_ELEMENT, "is null; remove it");
            }
            return false;
        }
    }

    /** Reports what was set as an unknown property and is known. */
    private static boolean unknownProperties(Shape shape, Set<String> keys, Findings at) {
        boolean sound = true;
        for (String key : keys) {
            Shape.Property known = shape.property(key);
            if (known != null) {
                String fix = known.fixed() ? "leave it out" : "set it by its own method, " + known.method() + "(..)";
                at.at(key).report(Rules.KNOWN_PROPERTY, "would be written twice; " + fix);
                sound = false;
            } else if (shape.open()) {
                KeyCheck.misspelt(shape, key, at);
            }
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
    private static boolean variant(Shape shape, String id, Findings at) {
        Shape.Property type = shape.freeType();
        if (type == null || shape.ids().isEmpty() || shape.ids().contains(id) != shape.unknown()) {
            return true;
        }
        at.at(type.name())
                .report(
                        Rules.WRONG_TYPE,
                        "\"" + id + "\" "
                                + (shape.unknown()
                                        ? "is a known type; make it by its own class"
                                        : "is none of " + shape.ids()));
        return false;
    }

    /** Reports the required properties that this one object lacks; true if it lacks none. */
    boolean completeness(SpecObject value, Findings at) {
        return completeness(value, null, at);
    }

    private boolean completeness(SpecObject value, @Nullable JsonNode json, Findings at) {
        boolean complete = true;
        for (Shape.Property p : Shape.of(value).properties()) {
            boolean given = json != null && json.hasNonNull(p.name());
            if (p.fixed()) {
                complete &= fixed(p, value, json, at.at(p.name()));
            } else if (p.required() && p.get(value) == null) {
                complete = false;
                if (!given || readable(at.at(p.name()).path())) { // a malformed one was reported when it was read
                    at.at(p.name()).report(Rules.MISSING, "is required; " + KeyCheck.mend(p, value));
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
        if (element instanceof Duration) {
            return duration((Duration) element, false, at);
        }
        if (element instanceof Keyword && (keys != null || ((Keyword) element).rightCase() != null)) {
            KeyCheck.check((Keyword) element, at);
        }
        if (element instanceof Checked) {
            int before = at.count();
            ((Checked) element).check(at);
            return at.count() == before;
        }
        return true;
    }

    private static boolean duration(Duration duration, boolean inMillis, Findings at) {
        int before = at.count();
        IsoDuration.check(duration, inMillis, at);
        return at.count() == before;
    }
}
