package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.schema.DataSchema;
import io.druidingest.tuning.TaskContext;
import io.druidingest.validation.Findings;
import java.util.List;
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
public interface KafkaSupervisor extends Supervisor {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "kafka";
    }

    @Nullable String id();

    KafkaSupervisorSpec spec();

    @Nullable TaskContext context();

    @Override
    @DruidDefault("false")
    @Nullable Boolean suspended();

    @Override
    default @Nullable String supervisorId() {
        return id() == null ? dataSource() : id();
    }

    /** Null in a value that is not complete. */
    @Override
    default @Nullable String dataSource() {
        KafkaSupervisorSpec spec = spec();
        DataSchema schema = spec == null ? null : spec.dataSchema();
        return schema == null ? null : schema.dataSource();
    }

    /** Druid repeats the parts under their former places. */
    @Override
    default void normalize(ObjectNode json) {
        json.remove(List.of("dataSchema", "ioConfig", "tuningConfig"));
        if (json.path("id").equals(json.at("/spec/dataSchema/dataSource"))) {
            json.remove("id");
        }
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

    @Override
    default void check(Findings at) {
        StreamChecks.id(id(), spec().dataSchema().dataSource(), context(), at);
    }

    /** Makes a {@link KafkaSupervisor}. What is set part by part goes over what {@link #spec} says. */
    abstract class Builder implements SpecBuilder<KafkaSupervisor, Builder> {

        private UnaryOperator<KafkaSupervisorSpec.Builder> parts = UnaryOperator.identity();

        Builder() {}

        /**
         * The id of the supervisor. Druid's default: the datasource. Since Druid 34, where several supervisors may write
         * one datasource if {@code useConcurrentLocks} is true in their contexts; ignored before.
         */
        public abstract Builder id(@Nullable String id);

        /** How the tasks lock, how urgent they are, and more. */
        public abstract Builder context(@Nullable TaskContext context);

        /** The same, built here: {@code context(c -> c.useConcurrentLocks(true))}. */
        public Builder context(UnaryOperator<TaskContext.Builder> b) {
            return context(TaskContext.of(b));
        }

        /**
         * Whether the supervisor is there but does nothing. To send a running one again with true stops it; with false,
         * or without, it goes on. Druid's default: false.
         */
        public abstract Builder suspended(@Nullable Boolean suspended);

        /** All three parts at once. */
        public abstract Builder spec(KafkaSupervisorSpec spec);

        /** What the datasource looks like. Required. */
        public Builder dataSchema(DataSchema dataSchema) {
            return part(s -> s.dataSchema(dataSchema));
        }

        /** The same, built here. */
        public Builder dataSchema(UnaryOperator<DataSchema.Builder> b) {
            return dataSchema(DataSchema.of(b));
        }

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

        private Builder part(UnaryOperator<KafkaSupervisorSpec.Builder> part) {
            UnaryOperator<KafkaSupervisorSpec.Builder> earlier = parts;
            parts = s -> part.apply(earlier.apply(s));
            return this;
        }

        @Override
        public KafkaSupervisor build() {
            ImmutableKafkaSupervisor.Builder b = (ImmutableKafkaSupervisor.Builder) this;
            return Specs.valid(b.spec(withParts(b.partial().spec())).partial());
        }

        /** The parts set on top of a whole, of which any may be missing: the supervisor tells about it. */
        private KafkaSupervisorSpec withParts(@Nullable KafkaSupervisorSpec whole) {
            KafkaSupervisorSpec.Builder b = whole == null ? KafkaSupervisorSpec.builder() : whole.toBuilder();
            return ((ImmutableKafkaSupervisorSpec.Builder) parts.apply(b)).partial();
        }
    }
}
