package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a RabbitMQ supervisor.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/rabbit-stream-ingestion">RabbitMQ stream ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRabbitSupervisorSpec.Builder.class)
public interface RabbitSupervisorSpec extends IngestionSpec {

    RabbitSupervisorIOConfig ioConfig();

    @Nullable RabbitSupervisorTuningConfig tuningConfig();

    static RabbitSupervisorSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRabbitSupervisorSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRabbitSupervisorSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        StreamChecks.schema(dataSchema(), at.at("dataSchema"));
    }

    /** Makes a {@link RabbitSupervisorSpec}. */
    interface Builder extends IngestionSpec.Builder<RabbitSupervisorSpec, Builder> {

        /** What is read. Required. */
        Builder ioConfig(RabbitSupervisorIOConfig ioConfig);

        /** The same, built here. */
        default Builder ioConfig(UnaryOperator<RabbitSupervisorIOConfig.Builder> b) {
            return ioConfig(RabbitSupervisorIOConfig.of(b));
        }

        /** How the work is done. Druid's defaults where absent. */
        Builder tuningConfig(@Nullable RabbitSupervisorTuningConfig tuningConfig);

        /** The same, built here. */
        default Builder tuningConfig(UnaryOperator<RabbitSupervisorTuningConfig.Builder> b) {
            return tuningConfig(RabbitSupervisorTuningConfig.of(b));
        }

        @Override
        default RabbitSupervisorSpec build() {
            return Specs.complete(((ImmutableRabbitSupervisorSpec.Builder) this).partial());
        }
    }
}
