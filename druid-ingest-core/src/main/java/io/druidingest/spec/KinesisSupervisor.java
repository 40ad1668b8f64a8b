package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Kinesis stream, each record once, as long as it is there.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/kinesis-ingestion">Kinesis ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKinesisSupervisor.Builder.class)
public interface KinesisSupervisor extends Supervisor, StreamSupervisor {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "kinesis";
    }

    KinesisSupervisorSpec spec();

    /** Null in a value that is not complete. */
    @Override
    default @Nullable String dataSource() {
        KinesisSupervisorSpec spec = spec();
        return spec == null ? null : spec.dataSource();
    }

    static KinesisSupervisor of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKinesisSupervisor.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKinesisSupervisor.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link KinesisSupervisor}. What is set part by part goes over what {@link #spec} says. */
    abstract class Builder extends StreamSupervisor.Builder<KinesisSupervisor, KinesisSupervisorSpec.Builder, Builder> {

        Builder() {}

        /** All three parts at once. */
        public abstract Builder spec(KinesisSupervisorSpec spec);

        /** What is read. Required. */
        public Builder ioConfig(KinesisSupervisorIOConfig ioConfig) {
            return part(s -> s.ioConfig(ioConfig));
        }

        /** The same, built here. */
        public Builder ioConfig(UnaryOperator<KinesisSupervisorIOConfig.Builder> b) {
            return ioConfig(KinesisSupervisorIOConfig.of(b));
        }

        /** How the work is done. Druid's defaults where absent. */
        public Builder tuningConfig(@Nullable KinesisSupervisorTuningConfig tuningConfig) {
            return part(s -> s.tuningConfig(tuningConfig));
        }

        /** The same, built here. */
        public Builder tuningConfig(UnaryOperator<KinesisSupervisorTuningConfig.Builder> b) {
            return tuningConfig(KinesisSupervisorTuningConfig.of(b));
        }

        @Override
        public KinesisSupervisor build() {
            ImmutableKinesisSupervisor.Builder b = (ImmutableKinesisSupervisor.Builder) this;
            KinesisSupervisorSpec whole = b.partial().spec();
            KinesisSupervisorSpec.Builder spec =
                    withParts(whole == null ? KinesisSupervisorSpec.builder() : whole.toBuilder());
            return Specs.valid(b.spec(((ImmutableKinesisSupervisorSpec.Builder) spec).partial())
                    .partial());
        }
    }
}
