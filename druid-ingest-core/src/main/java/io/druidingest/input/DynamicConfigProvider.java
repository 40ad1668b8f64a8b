package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.Canonical;
import io.druidingest.json.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings that may be secrets, or where Druid finds them. It stands below {@link #KEY} among plain settings, such as
 * the {@code consumerProperties} of Kafka. Prints itself as {@code ***}; only its JSON tells. Any provider of Druid is
 * kept as it is. Immutable.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/dynamic-config-provider">dynamic config providers</a>
 */
public final class DynamicConfigProvider implements Secret, Canonical {

    /** The setting that Druid replaces by what the provider gives. */
    public static final String KEY = "druid.dynamic.config.provider";

    private final JsonNode json;

    private DynamicConfigProvider(JsonNode json) {
        this.json = json;
    }

    /** Settings in clear text. Druid stores them as they are; prefer {@link #environment}. */
    public static DynamicConfigProvider mapString(Map<String, String> config) {
        return of("mapString", "config", config);
    }

    /** Settings in environment variables of the Druid servers: the variable by the name of the setting. */
    public static DynamicConfigProvider environment(Map<String, String> variables) {
        return of("environment", "variables", variables);
    }

    private static DynamicConfigProvider of(String type, String property, Map<String, String> values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", type);
        values.forEach(json.putObject(property)::put);
        return new DynamicConfigProvider(json);
    }

    @JsonCreator
    static DynamicConfigProvider read(JsonNode json) {
        return new DynamicConfigProvider(json.deepCopy());
    }

    @JsonValue
    @Override
    public JsonNode spelling() {
        return json;
    }

    @Override
    public JsonNode canonical() {
        return json.isObject() && !json.hasNonNull("type")
                ? ((ObjectNode) json.deepCopy()).put("type", "mapString")
                : json;
    }

    @Override
    public String toString() {
        return "***";
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof DynamicConfigProvider
                && ((DynamicConfigProvider) o).canonical().equals(canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }
}
