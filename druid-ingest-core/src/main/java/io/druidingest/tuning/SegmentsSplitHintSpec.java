package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Bytes;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Splits the segments that a {@code druid} input source reads.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#segments-split-hint-spec">segments split hint spec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSegmentsSplitHintSpec.Builder.class)
public interface SegmentsSplitHintSpec extends SplitHintSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "segments";
    }

    @DruidDefault("1073741824")
    @Nullable Bytes maxInputSegmentBytesPerTask();

    @DruidDefault("1000")
    @Nullable Integer maxNumSegments();

    static SegmentsSplitHintSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSegmentsSplitHintSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSegmentsSplitHintSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(maxNumSegments(), at.at("maxNumSegments"));
    }

    /** Makes a {@link SegmentsSplitHintSpec}. */
    interface Builder extends SpecBuilder<SegmentsSplitHintSpec, Builder> {

        /**
         * Bytes of segments for one sub-task, unless a single segment is larger. Positive. Druid's default: 1 GiB.
         */
        Builder maxInputSegmentBytesPerTask(@Nullable Bytes maxInputSegmentBytesPerTask);

        /** The same, as text, for example {@code 512MiB}. */
        default Builder maxInputSegmentBytesPerTask(String maxInputSegmentBytesPerTask) {
            return maxInputSegmentBytesPerTask(Bytes.of(maxInputSegmentBytesPerTask));
        }

        /** The same, as a number. */
        default Builder maxInputSegmentBytesPerTask(long maxInputSegmentBytesPerTask) {
            return maxInputSegmentBytesPerTask(Bytes.of(maxInputSegmentBytesPerTask));
        }

        /** Segments for one sub-task. Positive. Druid's default: 1,000. */
        Builder maxNumSegments(@Nullable Integer maxNumSegments);

        @Override
        default SegmentsSplitHintSpec build() {
            return Specs.complete(((ImmutableSegmentsSplitHintSpec.Builder) this).partial());
        }
    }
}
