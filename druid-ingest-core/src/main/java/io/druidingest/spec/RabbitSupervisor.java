package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads a RabbitMQ super stream, each message once, as long as it is there. Needs a community extension.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/rabbit-stream-ingestion">RabbitMQ stream ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRabbitSupervisor.Builder.class)
public interface RabbitSupervisor extends Supervisor, StreamSupervisor {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "rabbit";
    }

    RabbitSupervisorSpec spec();

    /** Null in a value that is not complete. */
    @Override
    default @Nullable String dataSource() {
        RabbitSupervisorSpec spec = spec();
        return spec == null ? null : spec.dataSource();
    }

    static RabbitSupervisor of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRabbitSupervisor.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRabbitSupervisor.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link RabbitSupervisor}. What is set part by part goes over what {@link #spec} says. */
    abstract class Builder extends StreamSupervisor.Builder<RabbitSupervisor, RabbitSupervisorSpec.Builder, Builder> {

        Builder() {}

        /** All three parts at once. */
        public abstract Builder spec(RabbitSupervisorSpec spec);

        /** What is read. Required. */
        public Builder ioConfig(RabbitSupervisorIOConfig ioConfig) {
            return part(s -> s.ioConfig(ioConfig));
        }

        /** The same, built here. */
        public Builder ioConfig(UnaryOperator<RabbitSupervisorIOConfig.Builder> b) {
            return ioConfig(RabbitSupervisorIOConfig.of(b));
        }

        /** How the work is done. Druid's defaults where absent. */
        public Builder tuningConfig(@Nullable RabbitSupervisorTuningConfig tuningConfig) {
            return part(s -> s.tuningConfig(tuningConfig));
        }

        /** The same, built here. */
        public Builder tuningConfig(UnaryOperator<RabbitSupervisorTuningConfig.Builder> b) {
            return tuningConfig(RabbitSupervisorTuningConfig.of(b));
        }

        @Override
        public RabbitSupervisor build() {
            ImmutableRabbitSupervisor.Builder b = (ImmutableRabbitSupervisor.Builder) this;
            RabbitSupervisorSpec whole = b.partial().spec();
            RabbitSupervisorSpec.Builder spec =
                    withParts(whole == null ? RabbitSupervisorSpec.builder() : whole.toBuilder());
            return Specs.valid(b.spec(((ImmutableRabbitSupervisorSpec.Builder) spec).partial())
                    .partial());
        }
    }
}
