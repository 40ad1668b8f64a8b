package io.druidingest.spec;

import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.input.UnknownInputSource;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What a batch load reads, and what becomes of the data already there: what {@code index_parallel} and {@code index}
 * share.
 */
public interface BatchIOConfig extends SpecObject {

    InputSource inputSource();

    @Nullable InputFormat inputFormat();

    @DruidDefault("false")
    @Nullable Boolean appendToExisting();

    @DruidDefault("false")
    @Nullable Boolean dropExisting();

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

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** Where the rows come from. Required. */
        B inputSource(InputSource inputSource);

        /** How they are written. Needed for every input source of text or files. */
        B inputFormat(@Nullable InputFormat inputFormat);

        /**
         * Whether segments are added to the time chunks instead of replacing them. Needs dynamic partitions. Druid's
         * default: false.
         */
        B appendToExisting(@Nullable Boolean appendToExisting);

        /**
         * Whether all of {@code granularitySpec.intervals} is replaced, also where no new row falls. Excludes {@link
         * #appendToExisting}. Druid's default: false.
         */
        B dropExisting(@Nullable Boolean dropExisting);
    }
}
