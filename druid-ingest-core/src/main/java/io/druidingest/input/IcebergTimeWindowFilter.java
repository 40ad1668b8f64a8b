package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Files with times around now. Since Druid 35.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-filter-object">Iceberg filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIcebergTimeWindowFilter.Builder.class)
public interface IcebergTimeWindowFilter extends IcebergFilter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "timeWindow";
    }

    String filterColumn();

    @DruidDefault("\"P1D\"")
    @Nullable Duration lookbackDuration();

    @DruidDefault("\"PT0S\"")
    @Nullable Duration lookaheadDuration();

    @Nullable Instant baseTime();

    static IcebergTimeWindowFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIcebergTimeWindowFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIcebergTimeWindowFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IcebergTimeWindowFilter}. */
    interface Builder extends SpecBuilder<IcebergTimeWindowFilter, Builder> {

        /** The column. Required. */
        Builder filterColumn(String filterColumn);

        /** How far before {@link #baseTime}. Druid's default: {@code P1D}. */
        Builder lookbackDuration(@Nullable Duration lookbackDuration);

        /** How far after {@link #baseTime}. Druid's default: zero. */
        Builder lookaheadDuration(@Nullable Duration lookaheadDuration);

        /** The middle. Druid's default: the time at which the task reads it. */
        Builder baseTime(@Nullable Instant baseTime);

        @Override
        default IcebergTimeWindowFilter build() {
            return Specs.complete(((ImmutableIcebergTimeWindowFilter.Builder) this).partial());
        }
    }
}
