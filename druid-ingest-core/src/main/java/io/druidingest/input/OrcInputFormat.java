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
 * ORC files. Needs the extension {@code druid-orc-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#orc">ORC</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableOrcInputFormat.Builder.class)
public interface OrcInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "orc";
    }

    @Nullable FlattenSpec flattenSpec();

    @DruidDefault("false")
    @Nullable Boolean binaryAsString();

    static OrcInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableOrcInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableOrcInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (flattenSpec() != null) {
            flattenSpec().checkPathsOnly("orc", at.at("flattenSpec"));
        }
    }

    /** Makes an {@link OrcInputFormat}. */
    interface Builder extends SpecBuilder<OrcInputFormat, Builder> {

        /** Which nested values to read. By {@code path} only. */
        Builder flattenSpec(@Nullable FlattenSpec flattenSpec);

        /** The same, built here. */
        default Builder flattenSpec(UnaryOperator<FlattenSpec.Builder> b) {
            return flattenSpec(FlattenSpec.of(b));
        }

        /** Whether bytes that are not marked as text are read as UTF-8 text. Druid's default: false. */
        Builder binaryAsString(@Nullable Boolean binaryAsString);

        @Override
        default OrcInputFormat build() {
            return Specs.complete(((ImmutableOrcInputFormat.Builder) this).partial());
        }
    }
}
