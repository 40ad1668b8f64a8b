package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** What {@link #featureSpec} may name. */
    Set<String> FEATURES = Set.of(
            "AUTO_CLOSE_SOURCE",
            "ALLOW_COMMENTS",
            "ALLOW_YAML_COMMENTS",
            "ALLOW_UNQUOTED_FIELD_NAMES",
            "ALLOW_SINGLE_QUOTES",
            "ALLOW_UNQUOTED_CONTROL_CHARS",
            "ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER",
            "ALLOW_NUMERIC_LEADING_ZEROS",
            "ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS",
            "ALLOW_NON_NUMERIC_NUMBERS",
            "ALLOW_MISSING_VALUES",
            "ALLOW_TRAILING_COMMA",
            "STRICT_DUPLICATE_DETECTION",
            "IGNORE_UNDEFINED",
            "INCLUDE_SOURCE_IN_LOCATION");

    @Nullable FlattenSpec flattenSpec();

    @DruidDefault("{}")
    Map<String, Boolean> featureSpec();

    @Nullable Boolean keepNullColumns();

    @DruidDefault("false")
    @Nullable Boolean assumeNewlineDelimited();

    @DruidDefault("false")
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
        featureSpec().keySet().stream()
                .filter(name -> !FEATURES.contains(name))
                .forEach(name -> at.at("featureSpec")
                        .at(name)
                        .report(
                                Rules.JSON_FEATURE,
                                "is no feature of the parser; use one of " + new TreeSet<>(FEATURES)));
        if (Boolean.TRUE.equals(useJsonNodeReader()) && Boolean.TRUE.equals(assumeNewlineDelimited())) {
            at.report(Rules.JSON_READER, "set one of useJsonNodeReader and assumeNewlineDelimited to false");
        }
    }

    /** Makes a {@link JsonInputFormat}. */
    interface Builder extends SpecBuilder<JsonInputFormat, Builder> {

        /** Which nested values to read. */
        Builder flattenSpec(@Nullable FlattenSpec flattenSpec);

        /** The same, built here. */
        default Builder flattenSpec(UnaryOperator<FlattenSpec.Builder> b) {
            return flattenSpec(FlattenSpec.of(b));
        }

        /** Features of Druid's JSON parser (that of Jackson) by name, such as {@code ALLOW_SINGLE_QUOTES}. */
        Builder featureSpec(Map<String, ? extends Boolean> featureSpec);

        /** Switches one feature. */
        Builder featureSpec(String name, Boolean enabled);

        /**
         * Whether fields that are always null become columns. Druid's default: true with a {@link #flattenSpec} that
         * discovers fields, else false.
         */
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
