package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kafka topics, each message once, as long as it is there.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/kafka-ingestion">Kafka ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKafkaSupervisor.Builder.class)
public interface KafkaSupervisor extends Supervisor, StreamSupervisor {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "kafka";
    }

    KafkaSupervisorSpec spec();

    /** Null in a value that is not complete. */
    @Override
    default @Nullable String dataSource() {
        KafkaSupervisorSpec spec = spec();
        return spec == null ? null : spec.dataSource();
    }

    static KafkaSupervisor of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKafkaSupervisor.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKafkaSupervisor.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link KafkaSupervisor}. What is set part by part goes over what {@link #spec} says. */
    abstract class Builder extends StreamSupervisor.Builder<KafkaSupervisor, KafkaSupervisorSpec.Builder, Builder> {

        Builder() {}

        /** All three parts at once. */
        public abstract Builder spec(KafkaSupervisorSpec spec);

        /** What is read. Required. */
        public Builder ioConfig(KafkaSupervisorIOConfig ioConfig) {
            return part(s -> s.ioConfig(ioConfig));
        }

        /** The same, built here. */
        public Builder ioConfig(UnaryOperator<KafkaSupervisorIOConfig.Builder> b) {
            return ioConfig(KafkaSupervisorIOConfig.of(b));
        }

        /** How the work is done. Druid's defaults where absent. */
        public Builder tuningConfig(@Nullable KafkaSupervisorTuningConfig tuningConfig) {
            return part(s -> s.tuningConfig(tuningConfig));
        }

        /** The same, built here. */
        public Builder tuningConfig(UnaryOperator<KafkaSupervisorTuningConfig.Builder> b) {
            return tuningConfig(KafkaSupervisorTuningConfig.of(b));
        }

        @Override
        public KafkaSupervisor build() {
            ImmutableKafkaSupervisor.Builder b = (ImmutableKafkaSupervisor.Builder) this;
            KafkaSupervisorSpec whole = b.partial().spec();
            KafkaSupervisorSpec.Builder spec =
                    withParts(whole == null ? KafkaSupervisorSpec.builder() : whole.toBuilder());
            return Specs.valid(b.spec(((ImmutableKafkaSupervisorSpec.Builder) spec).partial())
                    .partial());
        }
    }
}
