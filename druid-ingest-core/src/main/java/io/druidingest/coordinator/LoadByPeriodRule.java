package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.IsoPeriod;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Segments of the last time are loaded.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/rule-configuration">retention rules</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLoadByPeriodRule.Builder.class)
public interface LoadByPeriodRule extends RetentionRule, LoadRule {

    @Override
    @JsonProperty("type")
    default String type() {
        return "loadByPeriod";
    }

    IsoPeriod period();

    @DruidDefault("true")
    @Nullable Boolean includeFuture();

    static LoadByPeriodRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLoadByPeriodRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLoadByPeriodRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link LoadByPeriodRule}. */
    interface Builder extends LoadRule.Builder<LoadByPeriodRule, Builder> {

        /** How far back from now it reaches. Required. */
        Builder period(IsoPeriod period);

        /** The same, as text, for example {@code P1D}. */
        default Builder period(String period) {
            return period(IsoPeriod.of(period));
        }

        /** Whether segments after now match too. Druid's default: true. */
        Builder includeFuture(@Nullable Boolean includeFuture);

        @Override
        default LoadByPeriodRule build() {
            return Specs.complete(((ImmutableLoadByPeriodRule.Builder) this).partial());
        }
    }
}
