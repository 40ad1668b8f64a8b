package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link ReindexingRuleProvider} of a type that this version of the library does not know: it is sent and kept as
 * it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownReindexingRuleProvider.Builder.class)
public interface UnknownReindexingRuleProvider extends ReindexingRuleProvider {

    static UnknownReindexingRuleProvider of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownReindexingRuleProvider.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownReindexingRuleProvider.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownReindexingRuleProvider}. */
    interface Builder extends SpecBuilder<UnknownReindexingRuleProvider, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownReindexingRuleProvider build() {
            return Specs.complete(((ImmutableUnknownReindexingRuleProvider.Builder) this).partial());
        }
    }
}
