package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.IsoPeriod;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Segments of the last time are dropped, or loaded by all servers that broadcast.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/rule-configuration">retention rules</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutablePeriodRule.Builder.class)
public interface PeriodRule extends RetentionRule {

    IsoPeriod period();

    @DruidDefault("true")
    @Nullable Boolean includeFuture();

    static PeriodRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutablePeriodRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutablePeriodRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link PeriodRule}. */
    interface Builder extends SpecBuilder<PeriodRule, Builder> {

        /** The type id: {@code dropByPeriod} or {@code broadcastByPeriod}. Required. */
        Builder type(String type);

        /** How far back from now it reaches. Required. */
        Builder period(IsoPeriod period);

        /** The same, as text, for example {@code P1D}. */
        default Builder period(String period) {
            return period(IsoPeriod.of(period));
        }

        /** Whether segments after now match too. Druid's default: true. */
        Builder includeFuture(@Nullable Boolean includeFuture);

        @Override
        default PeriodRule build() {
            return Specs.complete(((ImmutablePeriodRule.Builder) this).partial());
        }
    }
}
