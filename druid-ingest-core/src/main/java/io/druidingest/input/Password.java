package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.Canonical;
import io.druidingest.json.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A password, or where Druid finds it. Prints itself as {@code ***}; only its JSON tells. Any password provider of Druid
 * is kept as it is. Immutable.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/password-provider">password providers</a>
 */
public final class Password implements Secret, Canonical {

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

    /** A token that AWS issues for a user of an RDS database. Needs the extension {@code druid-aws-rds-extensions}. */
    public static Password awsRdsToken(String user, String host, int port, String region) {
        return new Password(JsonNodeFactory.instance
                .objectNode()
                .put("type", "aws-rds-token")
                .put("user", user)
                .put("host", host)
                .put("port", port)
                .put("region", region));
    }

    @JsonCreator
    static Password read(JsonNode json) {
        return new Password(json.deepCopy());
    }

    @JsonValue
    @Override
    public JsonNode spelling() {
        return json;
    }

    @Override
    public JsonNode canonical() {
        boolean plain = json.size() == 1
                || (json.size() == 2 && json.path("type").asText().equals("default"));
        return plain && json.path("password").isTextual() ? json.get("password") : json;
    }

    @Override
    public String toString() {
        return "***";
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Password && ((Password) o).canonical().equals(canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }
}
