package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Some schemas; each record names its own by number.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#avro-bytes-decoder">Avro decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMultipleSchemasInlineAvroBytesDecoder.Builder.class)
public interface MultipleSchemasInlineAvroBytesDecoder extends AvroBytesDecoder {

    @Override
    @JsonProperty("type")
    default String type() {
        return "multiple_schemas_inline";
    }

    Map<String, JsonNode> schemas();

    static MultipleSchemasInlineAvroBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMultipleSchemasInlineAvroBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMultipleSchemasInlineAvroBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (schemas().isEmpty()) {
            at.at("schemas").report(Rules.NOTHING_TO_READ, "is empty; give at least one schema");
        }
        schemas().keySet().stream()
                .filter(id -> !id.matches("[+-]?\\d{1,9}"))
                .forEach(id -> at.at("schemas").at(id).report(Rules.SCHEMA_NUMBER, "is no number; number the schemas"));
    }

    /** Makes a {@link MultipleSchemasInlineAvroBytesDecoder}. */
    interface Builder extends SpecBuilder<MultipleSchemasInlineAvroBytesDecoder, Builder> {

        /** Avro schemas as JSON, by whole number. At least one. */
        Builder schemas(Map<String, ? extends JsonNode> schemas);

        /** Adds one entry. */
        Builder schema(String key, JsonNode value);

        /** Adds one entry. */
        default Builder schema(String key, @Nullable Object value) {
            return schema(key, SpecJson.tree(value));
        }

        @Override
        default MultipleSchemasInlineAvroBytesDecoder build() {
            return Specs.complete(((ImmutableMultipleSchemasInlineAvroBytesDecoder.Builder) this).partial());
        }
    }
}
