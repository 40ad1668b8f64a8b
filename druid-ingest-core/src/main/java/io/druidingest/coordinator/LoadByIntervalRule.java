package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Interval;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Segments of an interval are loaded.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/rule-configuration">retention rules</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLoadByIntervalRule.Builder.class)
public interface LoadByIntervalRule extends RetentionRule, LoadRule {

    @Override
    @JsonProperty("type")
    default String type() {
        return "loadByInterval";
    }

    Interval interval();

    static LoadByIntervalRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLoadByIntervalRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLoadByIntervalRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link LoadByIntervalRule}. */
    interface Builder extends LoadRule.Builder<LoadByIntervalRule, Builder> {

        /** The time it is about. Required. */
        Builder interval(Interval interval);

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder interval(String interval) {
            return interval(Interval.of(interval));
        }

        @Override
        default LoadByIntervalRule build() {
            return Specs.complete(((ImmutableLoadByIntervalRule.Builder) this).partial());
        }
    }
}
