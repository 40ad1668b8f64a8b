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
 * Reads a RabbitMQ super stream, each message once, as long as it is there. Needs a community extension.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/rabbit-stream-ingestion">RabbitMQ stream ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRabbitSupervisor.Builder.class)
public interface RabbitSupervisor extends Supervisor {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "rabbit";
    }

    @Nullable String id();

    RabbitSupervisorSpec spec();

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
        RabbitSupervisorSpec spec = spec();
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

    @Override
    default void check(Findings at) {
        StreamChecks.id(id(), spec().dataSchema().dataSource(), context(), at);
    }

    /** Makes a {@link RabbitSupervisor}. What is set part by part goes over what {@link #spec} says. */
    abstract class Builder implements SpecBuilder<RabbitSupervisor, Builder> {

        private UnaryOperator<RabbitSupervisorSpec.Builder> parts = UnaryOperator.identity();

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
        public abstract Builder spec(RabbitSupervisorSpec spec);

        /** What the datasource looks like. Required. */
        public Builder dataSchema(DataSchema dataSchema) {
            return part(s -> s.dataSchema(dataSchema));
        }

        /** The same, built here. */
        public Builder dataSchema(UnaryOperator<DataSchema.Builder> b) {
            return dataSchema(DataSchema.of(b));
        }

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

        private Builder part(UnaryOperator<RabbitSupervisorSpec.Builder> part) {
            UnaryOperator<RabbitSupervisorSpec.Builder> earlier = parts;
            parts = s -> part.apply(earlier.apply(s));
            return this;
        }

        @Override
        public RabbitSupervisor build() {
            ImmutableRabbitSupervisor.Builder b = (ImmutableRabbitSupervisor.Builder) this;
            return Specs.valid(b.spec(withParts(b.partial().spec())).partial());
        }

        /** The parts set on top of a whole, of which any may be missing: the supervisor tells about it. */
        private RabbitSupervisorSpec withParts(@Nullable RabbitSupervisorSpec whole) {
            RabbitSupervisorSpec.Builder b = whole == null ? RabbitSupervisorSpec.builder() : whole.toBuilder();
            return ((ImmutableRabbitSupervisorSpec.Builder) parts.apply(b)).partial();
        }
    }
}
