package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Interval;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Segments of an interval are dropped, or loaded by all servers that broadcast.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/rule-configuration">retention rules</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIntervalRule.Builder.class)
public interface IntervalRule extends RetentionRule {

    Interval interval();

    static IntervalRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIntervalRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIntervalRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IntervalRule}. */
    interface Builder extends SpecBuilder<IntervalRule, Builder> {

        /** The type id: {@code dropByInterval} or {@code broadcastByInterval}. Required. */
        Builder type(String type);

        /** The time it is about. Required. */
        Builder interval(Interval interval);

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder interval(String interval) {
            return interval(Interval.of(interval));
        }

        @Override
        default IntervalRule build() {
            return Specs.complete(((ImmutableIntervalRule.Builder) this).partial());
        }
    }
}
