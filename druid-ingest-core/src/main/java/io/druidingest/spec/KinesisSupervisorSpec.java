package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a Kinesis supervisor.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/kinesis-ingestion">Kinesis ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKinesisSupervisorSpec.Builder.class)
public interface KinesisSupervisorSpec extends IngestionSpec {

    KinesisSupervisorIOConfig ioConfig();

    @Nullable KinesisSupervisorTuningConfig tuningConfig();

    static KinesisSupervisorSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKinesisSupervisorSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKinesisSupervisorSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        StreamChecks.schema(dataSchema(), at.at("dataSchema"));
    }

    /** Makes a {@link KinesisSupervisorSpec}. */
    interface Builder extends IngestionSpec.Builder<KinesisSupervisorSpec, Builder> {

        /** What is read. Required. */
        Builder ioConfig(KinesisSupervisorIOConfig ioConfig);

        /** The same, built here. */
        default Builder ioConfig(UnaryOperator<KinesisSupervisorIOConfig.Builder> b) {
            return ioConfig(KinesisSupervisorIOConfig.of(b));
        }

        /** How the work is done. Druid's defaults where absent. */
        Builder tuningConfig(@Nullable KinesisSupervisorTuningConfig tuningConfig);

        /** The same, built here. */
        default Builder tuningConfig(UnaryOperator<KinesisSupervisorTuningConfig.Builder> b) {
            return tuningConfig(KinesisSupervisorTuningConfig.of(b));
        }

        @Override
        default KinesisSupervisorSpec build() {
            return Specs.complete(((ImmutableKinesisSupervisorSpec.Builder) this).partial());
        }
    }
}
