package io.druidingest.testkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.Change;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.SpecValidationException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole document, made to show some properties of one type. */
public final class Sample {

    private final String kind;
    private final ObjectNode json;
    private final ValueType type;
    private final List<ValueType> path;
    private final List<ValueType.Property> shown;

    Sample(String kind, ObjectNode json, List<ValueType> path, List<ValueType.Property> shown) {
        this.kind = kind;
        this.json = json;
        this.path = path;
        this.type = path.get(path.size() - 1);
        this.shown = List.copyOf(shown);
    }

    /** {@code task}, {@code supervisor}, ... */
    public String kind() {
        return kind;
    }

    /** A copy. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    ValueType type() {
        return type;
    }

    /** The types from the whole document down to the one that it shows. */
    List<ValueType> path() {
        return path;
    }

    List<ValueType.Property> shown() {
        return shown;
    }

    /** The value, built as a user would have built it. */
    public SpecObject value() {
        return SpecJson.read(json.toString(), Roots.TYPES.get(kind), SpecJson.Mode.STRICT);
    }

    /** Why {@code build()} refuses it; null where it does not. */
    @Nullable String refusal() {
        try {
            value();
            return null;
        } catch (SpecValidationException e) {
            return e.getMessage();
        }
    }

    /** What Druid, which was sent {@code said}, took for something else, if this is what it made of it. */
    List<Change> misread(JsonNode said, JsonNode back) {
        return SpecJson.diff(read(said), read(back));
    }

    private SpecObject read(JsonNode json) {
        return SpecJson.read(json.toString(), Roots.TYPES.get(kind), SpecJson.Mode.LENIENT);
    }

    /** Why a version of Druid cannot be shown it; null where it can. */
    @Nullable String absent(String version, Recipes recipes) {
        return Stream.concat(
                        path.stream().map(t -> recipes.absent(version, t)),
                        shown.stream().map(p -> recipes.absent(version, p)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return type + shown.stream().map(p -> p.name).collect(Collectors.joining(", ", " [", "]"));
    }
}
