package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.json.WrittenAs;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Text separated by tabs or another delimiter, one row a line, without quotes.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#tsv-delimited">TSV</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableTsvInputFormat.Builder.class)
public interface TsvInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "tsv";
    }

    List<String> columns();

    @DruidDefault("\"\\t\"")
    @Nullable String delimiter();

    @DruidDefault("\"\\u0001\"")
    @Nullable String listDelimiter();

    @Nullable Boolean findColumnsFromHeader();

    @DruidDefault("0")
    @Nullable Integer skipHeaderRows();

    @WrittenAs("shouldTryParseNumbers")
    @DruidDefault("false")
    @Nullable Boolean tryParseNumbers();

    static TsvInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableTsvInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableTsvInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        DelimitedText.check(
                columns(),
                delimiter() == null ? "\t" : delimiter(),
                listDelimiter(),
                findColumnsFromHeader(),
                skipHeaderRows(),
                at);
        DelimitedText.checkNumbers(tryParseNumbers(), at);
    }

    /** Makes a {@link TsvInputFormat}. */
    interface Builder extends SpecBuilder<TsvInputFormat, Builder> {

        /** The columns in order. Needed unless {@link #findColumnsFromHeader} is true, excluded then. */
        Builder columns(Iterable<String> columns);

        /** The same, listed. */
        default Builder columns(String... columns) {
            return columns(Arrays.asList(columns));
        }

        /** What separates columns. Druid's default: the tab. */
        Builder delimiter(@Nullable String delimiter);

        /** What separates the values of a list in one column. Druid's default: Ctrl-A. */
        Builder listDelimiter(@Nullable String listDelimiter);

        /**
         * Whether the first row (after {@link #skipHeaderRows}) names the columns. Druid's default: false where
         * {@link #columns} are given.
         */
        Builder findColumnsFromHeader(@Nullable Boolean findColumnsFromHeader);

        /** How many rows to skip at the start of each file. Druid's default: 0. */
        Builder skipHeaderRows(@Nullable Integer skipHeaderRows);

        /** Whether text that looks like a number is read as one. Druid's default: false. Since Druid 30. */
        Builder tryParseNumbers(@Nullable Boolean tryParseNumbers);

        @Override
        default TsvInputFormat build() {
            return Specs.complete(((ImmutableTsvInputFormat.Builder) this).partial());
        }
    }
}
