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
 * Comma-separated text, one row a line, quoted as in RFC 4180.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#csv">CSV</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCsvInputFormat.Builder.class)
public interface CsvInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "csv";
    }

    List<String> columns();

    @DruidDefault("\"\\u0001\"")
    @Nullable String listDelimiter();

    @Nullable Boolean findColumnsFromHeader();

    @DruidDefault("0")
    @Nullable Integer skipHeaderRows();

    @WrittenAs("shouldTryParseNumbers")
    @DruidDefault("false")
    @Nullable Boolean tryParseNumbers();

    static CsvInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCsvInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCsvInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        DelimitedText.check(columns(), ",", listDelimiter(), findColumnsFromHeader(), skipHeaderRows(), at);
        DelimitedText.checkNumbers(tryParseNumbers(), at);
    }

    /** Makes a {@link CsvInputFormat}. */
    interface Builder extends SpecBuilder<CsvInputFormat, Builder> {

        /** The columns in order. Needed unless {@link #findColumnsFromHeader} is true, excluded then. */
        Builder columns(Iterable<String> columns);

        /** The same, listed. */
        default Builder columns(String... columns) {
            return columns(Arrays.asList(columns));
        }

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
        default CsvInputFormat build() {
            return Specs.complete(((ImmutableCsvInputFormat.Builder) this).partial());
        }
    }
}
