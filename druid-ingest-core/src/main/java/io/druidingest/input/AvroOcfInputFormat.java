package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Avro files that begin with their schema. Needs the extension {@code druid-avro-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#avro-ocf">Avro OCF</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAvroOcfInputFormat.Builder.class)
public interface AvroOcfInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "avro_ocf";
    }

    @Nullable FlattenSpec flattenSpec();

    @Nullable JsonNode schema();

    @DruidDefault("false")
    @Nullable Boolean binaryAsString();

    @DruidDefault("false")
    @Nullable Boolean extractUnionsByType();

    static AvroOcfInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAvroOcfInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAvroOcfInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (flattenSpec() != null) {
            flattenSpec().checkPathsOnly("avro_ocf", at.at("flattenSpec"));
        }
    }

    /** Makes an {@link AvroOcfInputFormat}. */
    interface Builder extends SpecBuilder<AvroOcfInputFormat, Builder> {

        /** Which nested values to read. By {@code path} only. */
        Builder flattenSpec(@Nullable FlattenSpec flattenSpec);

        /** The same, built here. */
        default Builder flattenSpec(UnaryOperator<FlattenSpec.Builder> b) {
            return flattenSpec(FlattenSpec.of(b));
        }

        /** The schema to read with, an Avro schema as JSON. Druid's default: that of the file. */
        Builder schema(@Nullable JsonNode schema);

        /** The same, as a string, number, list or map. */
        default Builder schema(Object schema) {
            return schema(SpecJson.tree(schema));
        }

        /** Whether bytes that are not marked as text are read as UTF-8 text. Druid's default: false. */
        Builder binaryAsString(@Nullable Boolean binaryAsString);

        /** Whether a union becomes one field for each of its types. Druid's default: false. */
        Builder extractUnionsByType(@Nullable Boolean extractUnionsByType);

        @Override
        default AvroOcfInputFormat build() {
            return Specs.complete(((ImmutableAvroOcfInputFormat.Builder) this).partial());
        }
    }
}
