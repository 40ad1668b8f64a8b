package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Avro records without a schema of their own, as in a stream. Needs the extension {@code druid-avro-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#avro-stream">Avro stream</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAvroStreamInputFormat.Builder.class)
public interface AvroStreamInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "avro_stream";
    }

    AvroBytesDecoder avroBytesDecoder();

    @Nullable FlattenSpec flattenSpec();

    @DruidDefault("false")
    @Nullable Boolean binaryAsString();

    @DruidDefault("false")
    @Nullable Boolean extractUnionsByType();

    static AvroStreamInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAvroStreamInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAvroStreamInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (flattenSpec() != null) {
            flattenSpec().checkPathsOnly("avro_stream", at.at("flattenSpec"));
        }
    }

    /** Makes an {@link AvroStreamInputFormat}. */
    interface Builder extends SpecBuilder<AvroStreamInputFormat, Builder> {

        /** Where the schema comes from. Required. */
        Builder avroBytesDecoder(AvroBytesDecoder avroBytesDecoder);

        /** Which nested values to read. By {@code path} only. */
        Builder flattenSpec(@Nullable FlattenSpec flattenSpec);

        /** The same, built here. */
        default Builder flattenSpec(UnaryOperator<FlattenSpec.Builder> b) {
            return flattenSpec(FlattenSpec.of(b));
        }

        /** Whether bytes that are not marked as text are read as UTF-8 text. Druid's default: false. */
        Builder binaryAsString(@Nullable Boolean binaryAsString);

        /** Whether a union becomes one field for each of its types. Druid's default: false. */
        Builder extractUnionsByType(@Nullable Boolean extractUnionsByType);

        @Override
        default AvroStreamInputFormat build() {
            return Specs.complete(((ImmutableAvroStreamInputFormat.Builder) this).partial());
        }
    }
}
