package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link CompactionConfig} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownCompactionConfig.Builder.class)
public interface UnknownCompactionConfig extends CompactionConfig {

    static UnknownCompactionConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownCompactionConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownCompactionConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownCompactionConfig}. */
    interface Builder extends CompactionConfig.Builder<UnknownCompactionConfig, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownCompactionConfig build() {
            return Specs.valid(((ImmutableUnknownCompactionConfig.Builder) this).partial());
        }
    }
}
