package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A password, or where Druid finds it. Prints itself as {@code ***}; only its JSON tells. Any password provider of Druid
 * is kept as it is. Immutable.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/password-provider">password providers</a>
 */
public final class Password implements Secret {

    private final JsonNode json;

    private Password(JsonNode json) {
        this.json = json;
    }

    /** A password in clear text. Druid stores it as it is; prefer {@link #environment}. */
    public static Password of(String password) {
        return new Password(TextNode.valueOf(password));
    }

    /** The password in an environment variable of the Druid servers. */
    public static Password environment(String variable) {
        return new Password(
                JsonNodeFactory.instance.objectNode().put("type", "environment").put("variable", variable));
    }

    @JsonCreator
    static Password read(JsonNode json) {
        return new Password(json.deepCopy());
    }

    @JsonValue
    JsonNode json() {
        return json;
    }

    @Override
    public String toString() {
        return "***";
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Password && ((Password) o).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }
}
