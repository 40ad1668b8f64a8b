package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * All segments are dropped, or loaded by all servers that broadcast.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/rule-configuration">retention rules</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableForeverRule.Builder.class)
public interface ForeverRule extends RetentionRule {

    static ForeverRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableForeverRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableForeverRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link ForeverRule}. */
    interface Builder extends SpecBuilder<ForeverRule, Builder> {

        /** The type id: {@code dropForever} or {@code broadcastForever}. Required. */
        Builder type(String type);

        @Override
        default ForeverRule build() {
            return Specs.complete(((ImmutableForeverRule.Builder) this).partial());
        }
    }
}
