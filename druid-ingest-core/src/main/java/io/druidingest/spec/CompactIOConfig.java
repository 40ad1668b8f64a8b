package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which segments are compacted.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/manual-compaction">manual compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCompactIOConfig.Builder.class)
public interface CompactIOConfig extends SpecObject {

    @JsonProperty(value = "type", required = true)
    default String type() {
        return "compact";
    }

    CompactionInputSpec inputSpec();

    @DruidDefault("false")
    @Nullable Boolean dropExisting();

    @DruidDefault("false")
    @Nullable Boolean allowNonAlignedInterval();

    static CompactIOConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCompactIOConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCompactIOConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link CompactIOConfig}. */
    interface Builder extends SpecBuilder<CompactIOConfig, Builder> {

        /** The segments. Required. */
        Builder inputSpec(CompactionInputSpec inputSpec);

        /** Whether the whole interval is replaced, also where no row is left. Druid's default: false. */
        Builder dropExisting(@Nullable Boolean dropExisting);

        /**
         * Deprecated by Druid. Whether the interval may cut through the time of a new segment. Druid's default: false.
         */
        Builder allowNonAlignedInterval(@Nullable Boolean allowNonAlignedInterval);

        @Override
        default CompactIOConfig build() {
            return Specs.complete(((ImmutableCompactIOConfig.Builder) this).partial());
        }
    }
}
