package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a Kafka supervisor.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/kafka-ingestion">Kafka ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKafkaSupervisorSpec.Builder.class)
public interface KafkaSupervisorSpec extends IngestionSpec {

    KafkaSupervisorIOConfig ioConfig();

    @Nullable KafkaSupervisorTuningConfig tuningConfig();

    static KafkaSupervisorSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKafkaSupervisorSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKafkaSupervisorSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        StreamChecks.schema(dataSchema(), at.at("dataSchema"));
    }

    /** Makes a {@link KafkaSupervisorSpec}. */
    interface Builder extends IngestionSpec.Builder<KafkaSupervisorSpec, Builder> {

        /** What is read. Required. */
        Builder ioConfig(KafkaSupervisorIOConfig ioConfig);

        /** The same, built here. */
        default Builder ioConfig(UnaryOperator<KafkaSupervisorIOConfig.Builder> b) {
            return ioConfig(KafkaSupervisorIOConfig.of(b));
        }

        /** How the work is done. Druid's defaults where absent. */
        Builder tuningConfig(@Nullable KafkaSupervisorTuningConfig tuningConfig);

        /** The same, built here. */
        default Builder tuningConfig(UnaryOperator<KafkaSupervisorTuningConfig.Builder> b) {
            return tuningConfig(KafkaSupervisorTuningConfig.of(b));
        }

        @Override
        default KafkaSupervisorSpec build() {
            return Specs.complete(((ImmutableKafkaSupervisorSpec.Builder) this).partial());
        }
    }
}
