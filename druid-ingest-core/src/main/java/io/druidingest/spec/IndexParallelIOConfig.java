package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.input.UnknownInputSource;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a batch load reads, and what becomes of the data already there.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#ioconfig">ioConfig</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexParallelIOConfig.Builder.class)
public interface IndexParallelIOConfig extends SpecObject {

    @JsonProperty(value = "type", required = true)
    default String type() {
        return "index_parallel";
    }

    InputSource inputSource();

    @Nullable InputFormat inputFormat();

    @DruidDefault("false")
    @Nullable Boolean appendToExisting();

    @DruidDefault("false")
    @Nullable Boolean dropExisting();

    static IndexParallelIOConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexParallelIOConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexParallelIOConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (Boolean.TRUE.equals(appendToExisting()) && Boolean.TRUE.equals(dropExisting())) {
            at.report(Rules.APPEND_AND_DROP, "has both appendToExisting and dropExisting true; set one to false");
        }
        if (inputFormat() == null && inputSource().needsFormat()) {
            at.at("inputFormat")
                    .report(
                            Rules.INPUT_FORMAT,
                            "is required with a " + inputSource().type()
                                    + " source; use InputFormat.json() or another");
        }
        if (inputFormat() != null && !inputSource().needsFormat() && !(inputSource() instanceof UnknownInputSource)) {
            at.at("inputFormat")
                    .report(
                            Rules.INPUT_FORMAT_UNUSED,
                            "is ignored with a " + inputSource().type() + " source; leave it out");
        }
    }

    /** Makes an {@link IndexParallelIOConfig}. */
    interface Builder extends SpecBuilder<IndexParallelIOConfig, Builder> {

        /** Where the rows come from. Required. */
        Builder inputSource(InputSource inputSource);

        /** How they are written. Needed for every input source of text or files. */
        Builder inputFormat(@Nullable InputFormat inputFormat);

        /**
         * Whether segments are added to the time chunks instead of replacing them. Needs dynamic partitions.
         * Druid's default: false.
         */
        Builder appendToExisting(@Nullable Boolean appendToExisting);

        /**
         * Whether all of {@code granularitySpec.intervals} is replaced, also where no new row falls. Excludes
         * {@link #appendToExisting}. Druid's default: false.
         */
        Builder dropExisting(@Nullable Boolean dropExisting);

        @Override
        default IndexParallelIOConfig build() {
            return Specs.complete(((ImmutableIndexParallelIOConfig.Builder) this).partial());
        }
    }
}
