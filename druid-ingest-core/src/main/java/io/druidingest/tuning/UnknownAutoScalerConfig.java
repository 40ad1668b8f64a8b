package io.druidingest.tuning;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An {@link AutoScalerConfig} of a strategy that this version of the library does not know: it is sent and kept as it
 * is. A Druid that does not know it either reads it as {@code lagBased}.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownAutoScalerConfig.Builder.class)
public interface UnknownAutoScalerConfig extends AutoScalerConfig {

    static UnknownAutoScalerConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownAutoScalerConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownAutoScalerConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownAutoScalerConfig}. */
    interface Builder extends SpecBuilder<UnknownAutoScalerConfig, Builder> {

        /** The type id. Required. */
        Builder autoScalerStrategy(String autoScalerStrategy);

        @Override
        default UnknownAutoScalerConfig build() {
            return Specs.complete(((ImmutableUnknownAutoScalerConfig.Builder) this).partial());
        }
    }
}
