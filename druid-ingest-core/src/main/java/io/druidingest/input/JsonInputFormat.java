package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a row.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#json">JSON</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableJsonInputFormat.Builder.class)
public interface JsonInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "json";
    }

    Map<String, Boolean> featureSpec();

    @Nullable Boolean keepNullColumns();

    @Nullable Boolean assumeNewlineDelimited();

    @Nullable Boolean useJsonNodeReader();

    static JsonInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableJsonInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableJsonInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (Boolean.TRUE.equals(useJsonNodeReader()) && Boolean.TRUE.equals(assumeNewlineDelimited())) {
            at.report(Rules.JSON_READER, "set one of useJsonNodeReader and assumeNewlineDelimited to false");
        }
    }

    /** Makes a {@link JsonInputFormat}. */
    interface Builder extends SpecBuilder<JsonInputFormat, Builder> {

        /** Features of Druid's JSON parser by name, such as {@code ALLOW_SINGLE_QUOTES}. */
        Builder featureSpec(Map<String, ? extends Boolean> featureSpec);

        /** Switches one feature. */
        Builder featureSpec(String name, Boolean enabled);

        /** Whether fields that are always null become columns. Druid's default: false. */
        Builder keepNullColumns(@Nullable Boolean keepNullColumns);

        /** Whether each line is one object, which lets Druid skip a broken line only. Druid's default: false. */
        Builder assumeNewlineDelimited(@Nullable Boolean assumeNewlineDelimited);

        /**
         * Whether a broken object spoils no objects before it. Excludes {@link #assumeNewlineDelimited}. Druid's
         * default: false.
         */
        Builder useJsonNodeReader(@Nullable Boolean useJsonNodeReader);

        @Override
        default JsonInputFormat build() {
            return Specs.complete(((ImmutableJsonInputFormat.Builder) this).partial());
        }
    }
}
