package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.IsoPeriod;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Segments that are older than a period are dropped.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/rule-configuration">retention rules</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDropBeforeByPeriodRule.Builder.class)
public interface DropBeforeByPeriodRule extends RetentionRule {

    @Override
    @JsonProperty("type")
    default String type() {
        return "dropBeforeByPeriod";
    }

    IsoPeriod period();

    static DropBeforeByPeriodRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDropBeforeByPeriodRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDropBeforeByPeriodRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link DropBeforeByPeriodRule}. */
    interface Builder extends SpecBuilder<DropBeforeByPeriodRule, Builder> {

        /** How far back from now segments are kept. Required. */
        Builder period(IsoPeriod period);

        /** The same, as text, for example {@code P1D}. */
        default Builder period(String period) {
            return period(IsoPeriod.of(period));
        }

        @Override
        default DropBeforeByPeriodRule build() {
            return Specs.complete(((ImmutableDropBeforeByPeriodRule.Builder) this).partial());
        }
    }
}
