package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Rows are collected on the heap.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#tuningconfig">appendableIndexSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableOnheapAppendableIndexSpec.Builder.class)
public interface OnheapAppendableIndexSpec extends AppendableIndexSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "onheap";
    }

    @DruidDefault("false")
    @Nullable Boolean preserveExistingMetrics();

    static OnheapAppendableIndexSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableOnheapAppendableIndexSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableOnheapAppendableIndexSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link OnheapAppendableIndexSpec}. */
    interface Builder extends SpecBuilder<OnheapAppendableIndexSpec, Builder> {

        /**
         * Whether rows that were rolled up before keep their metrics when they are read again, instead of being
         * aggregated anew as raw rows. Druid's default: false.
         */
        Builder preserveExistingMetrics(@Nullable Boolean preserveExistingMetrics);

        @Override
        default OnheapAppendableIndexSpec build() {
            return Specs.complete(((ImmutableOnheapAppendableIndexSpec.Builder) this).partial());
        }
    }
}
