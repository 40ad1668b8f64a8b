package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Interval;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A segment, by its interval, version and partition.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/manual-compaction">manual compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSegmentDescriptor.Builder.class)
public interface SegmentDescriptor extends SpecObject {

    Interval itvl();

    String ver();

    Integer part();

    static SegmentDescriptor of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSegmentDescriptor.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSegmentDescriptor.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SegmentDescriptor}. */
    interface Builder extends SpecBuilder<SegmentDescriptor, Builder> {

        /** The interval. Required. */
        Builder itvl(Interval itvl);

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder itvl(String itvl) {
            return itvl(Interval.of(itvl));
        }

        /** The version. Required. */
        Builder ver(String ver);

        /** The partition number. Required. */
        Builder part(Integer part);

        @Override
        default SegmentDescriptor build() {
            return Specs.complete(((ImmutableSegmentDescriptor.Builder) this).partial());
        }
    }
}
