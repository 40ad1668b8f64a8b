package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.validation.Findings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what two values mean, and tells the differences in the words of their JSON. */
final class Diff {

    private final List<Change> changes = new ArrayList<>();

    private Diff() {}

    static List<Change> of(SpecObject before, SpecObject after) {
        Diff diff = new Diff();
        diff.any(new Side(before), new Side(after), new Findings());
        return Collections.unmodifiableList(diff.changes);
    }

    private void objects(Side a, Side b, Findings at) {
        String type = a.type();
        if (!Objects.equals(type, b.type())) {
            tell(a, b, at); // they have nothing in common, but by chance
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        a.meaning.fieldNames().forEachRemaining(names::add);
        b.meaning.fieldNames().forEachRemaining(names::add);
        if (type != null) { // the same, though a default may have left it out
            names.remove(a.typeProperty());
        }
        for (String name : names) {
            boolean same = a.meaning.path(name).equals(b.meaning.path(name));
            if (!same && !(a.isOneSided(name) || b.isOneSided(name))) {
                any(a.at(name), b.at(name), at.at(name));
            }
        }
    }

    private void any(Side a, Side b, Findings at) {
        if (a.isObject() && b.isObject() && !(a.isAssumed() && b.isNothing()) && !(a.isNothing() && b.isAssumed())) {
            objects(a, b, at);
        } else if (a.ofObjects() && b.ofObjects()) {
            for (int i = 0; i < Math.max(a.meaning.size(), b.meaning.size()); i++) {
                if (!a.meaning.path(i).equals(b.meaning.path(i))) {
                    any(a.at(i), b.at(i), at.at(i));
                }
            }
        } else if (!a.meaning.equals(b.meaning)) {
            tell(a, b, at);
        }
    }

    private void tell(Side a, Side b, Findings at) {
        String kind = a.said() == null ? " added: " : b.said() == null ? " removed: " : " changed: ";
        String arrow = a.said() == null || b.said() == null ? "" : " -> ";
        String text = at.path() + kind + a.shown() + arrow + b.shown();
        changes.add(new Change(at.path(), a.said(), b.said(), text.trim()));
    }

    /** One of the two at one place: the value, what it means, how it was written, and how it may be shown. */
    private static final class Side {

        private final @Nullable Object value;
        private final JsonNode meaning;
        private final JsonNode written;
        private final JsonNode masked;

        Side(SpecObject root) {
            this(
                    Shape.of(root.getClass()).whole(root),
                    Meaning.of(root),
                    SpecJson.tree(root),
                    SpecMapper.maskedTree(root));
        }

        private Side(@Nullable Object value, JsonNode meaning, JsonNode written, JsonNode masked) {
            this.value = value;
            this.meaning = meaning;
            this.written = written;
            this.masked = masked;
        }

        Side at(String name) {
            return new Side(child(name), meaning.path(name), written.path(name), masked.path(name));
        }

        private @Nullable Object child(String name) {
            if (!(value instanceof SpecObject)) {
                return null;
            }
            Shape.Property p = Shape.of(value.getClass()).property(name);
            return p == null ? null : p.get((SpecObject) value);
        }

        Side at(int i) {
            Object element = value instanceof List && i < ((List<?>) value).size() ? ((List<?>) value).get(i) : null;
            return new Side(element, meaning.path(i), written.path(i), masked.path(i));
        }

        /** Whether the property need not come back as it was said, and is not said here. */
        boolean isOneSided(String name) {
            if (!(value instanceof SpecObject) || meaning.has(name)) {
                return false;
            }
            Shape.Property p = Shape.of(value.getClass()).property(name);
            return p != null && p.oneSided();
        }

        /** A value of ours may say nothing but defaults, and so mean nothing. */
        boolean isObject() {
            return value instanceof SpecObject || meaning.isObject();
        }

        /** Whether it is what Druid would assume, and so not told. */
        boolean isAssumed() {
            return meaning.isMissingNode();
        }

        /** Whether it is told to be an object of which nothing is told. */
        boolean isNothing() {
            return meaning.isObject() && meaning.isEmpty();
        }

        /** The property that tells the type; null of an object of no family. */
        @Nullable String typeProperty() {
            if (!(value instanceof SpecObject)) {
                return "type";
            }
            Variants family = Shape.of(value.getClass()).family();
            return family == null ? null : family.property();
        }

        /** Tells whether two are worth comparing property by property; null of an object of no family. */
        @Nullable String type() {
            String property = typeProperty();
            JsonNode id = property == null ? null : meaning.get(property);
            if (id != null) {
                return id.textValue();
            }
            return value instanceof SpecObject ? Shape.of(value.getClass()).id((SpecObject) value) : null;
        }

        /** Elements of a set have no place of their own. */
        boolean ofObjects() {
            return meaning.isArray() && meaning.size() > 0 && meaning.get(0).isObject() && !(value instanceof Set);
        }

        /** What stands there; where it was written elsewhere, what is meant here. */
        @Nullable JsonNode said() {
            JsonNode said = written.isMissingNode() ? meaning : written;
            return said.isMissingNode() || said.isNull() ? null : said;
        }

        String shown() {
            return said() == null ? "" : masked.isMissingNode() ? "***" : masked.toString();
        }
    }
}
