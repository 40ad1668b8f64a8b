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
 * Splits input by the size and number of its files.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#size-based-split-hint-spec">size-based split hint spec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMaxSizeSplitHintSpec.Builder.class)
public interface MaxSizeSplitHintSpec extends SplitHintSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "maxSize";
    }

    @DruidDefault("1073741824")
    @Nullable Bytes maxSplitSize();

    @DruidDefault("1000")
    @Nullable Integer maxNumFiles();

    static MaxSizeSplitHintSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMaxSizeSplitHintSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMaxSizeSplitHintSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(maxNumFiles(), at.at("maxNumFiles"));
    }

    /** Makes a {@link MaxSizeSplitHintSpec}. */
    interface Builder extends SpecBuilder<MaxSizeSplitHintSpec, Builder> {

        /** Bytes of input for one sub-task, unless a single file is larger. Positive. Druid's default: 1 GiB. */
        Builder maxSplitSize(@Nullable Bytes maxSplitSize);

        /** The same, as text, for example {@code 512MiB}. */
        default Builder maxSplitSize(String maxSplitSize) {
            return maxSplitSize(Bytes.of(maxSplitSize));
        }

        /** The same, as a number. */
        default Builder maxSplitSize(long maxSplitSize) {
            return maxSplitSize(Bytes.of(maxSplitSize));
        }

        /** Files for one sub-task. Positive. Druid's default: 1,000. */
        Builder maxNumFiles(@Nullable Integer maxNumFiles);

        @Override
        default MaxSizeSplitHintSpec build() {
            return Specs.complete(((ImmutableMaxSizeSplitHintSpec.Builder) this).partial());
        }
    }
}
