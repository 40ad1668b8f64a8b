package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.Interval;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A {@link GranularitySpec} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownGranularitySpec.Builder.class)
public interface UnknownGranularitySpec extends GranularitySpec {

    static UnknownGranularitySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownGranularitySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownGranularitySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownGranularitySpec}. */
    interface Builder extends SpecBuilder<UnknownGranularitySpec, Builder> {

        /** What timestamps are truncated to. Druid's default: {@code NONE}. */
        Builder queryGranularity(@Nullable Granularity queryGranularity);

        /** Whether rows that are equal but for their metrics are merged. Druid's default: true. */
        Builder rollup(@Nullable Boolean rollup);

        /** The time that the task writes. */
        Builder intervals(Iterable<? extends Interval> intervals);

        /** The same, listed. */
        default Builder intervals(Interval... intervals) {
            return intervals(Arrays.asList(intervals));
        }

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder intervals(String... intervals) {
            return intervals(Specs.each(intervals, Interval::of));
        }

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownGranularitySpec build() {
            return Specs.complete(((ImmutableUnknownGranularitySpec.Builder) this).partial());
        }
    }
}
