package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link CronSchedulerConfig} of a type that this version of the library does not know: it is sent and kept as it
 * is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownCronSchedulerConfig.Builder.class)
public interface UnknownCronSchedulerConfig extends CronSchedulerConfig {

    static UnknownCronSchedulerConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownCronSchedulerConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownCronSchedulerConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownCronSchedulerConfig}. */
    interface Builder extends SpecBuilder<UnknownCronSchedulerConfig, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownCronSchedulerConfig build() {
            return Specs.complete(((ImmutableUnknownCronSchedulerConfig.Builder) this).partial());
        }
    }
}
