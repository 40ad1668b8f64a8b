package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * All segments are loaded.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/rule-configuration">retention rules</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLoadForeverRule.Builder.class)
public interface LoadForeverRule extends RetentionRule, LoadRule {

    @Override
    @JsonProperty("type")
    default String type() {
        return "loadForever";
    }

    static LoadForeverRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLoadForeverRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLoadForeverRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link LoadForeverRule}. */
    interface Builder extends LoadRule.Builder<LoadForeverRule, Builder> {

        @Override
        default LoadForeverRule build() {
            return Specs.complete(((ImmutableLoadForeverRule.Builder) this).partial());
        }
    }
}
