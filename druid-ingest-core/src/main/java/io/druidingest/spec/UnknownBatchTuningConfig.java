package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link BatchTuningConfig} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownBatchTuningConfig.Builder.class)
public interface UnknownBatchTuningConfig extends BatchTuningConfig {

    static UnknownBatchTuningConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownBatchTuningConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownBatchTuningConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownBatchTuningConfig}. */
    interface Builder extends BatchTuningConfig.Builder<UnknownBatchTuningConfig, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownBatchTuningConfig build() {
            return Specs.complete(((ImmutableUnknownBatchTuningConfig.Builder) this).partial());
        }
    }
}
