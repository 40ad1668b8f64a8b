package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A {@link RetentionRule} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownRetentionRule.Builder.class)
public interface UnknownRetentionRule extends RetentionRule {

    static UnknownRetentionRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownRetentionRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownRetentionRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownRetentionRule}. */
    interface Builder extends SpecBuilder<UnknownRetentionRule, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownRetentionRule build() {
            return Specs.complete(((ImmutableUnknownRetentionRule.Builder) this).partial());
        }
    }
}
