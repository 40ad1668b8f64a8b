package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.schema.DataSchema;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A batch load: reads input, writes segments, in one task or in several at a time.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch">native batch ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexParallelTask.Builder.class)
public interface IndexParallelTask extends Task, BatchTask {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "index_parallel";
    }

    IndexParallelSpec spec();

    @Nullable String groupId();

    @Override
    default String dataSource() {
        return spec().dataSchema().dataSource();
    }

    @Override
    default String label() {
        IndexParallelSpec spec = spec();
        DataSchema schema = spec == null ? null : spec.dataSchema();
        return schema == null || schema.dataSource() == null ? type() : type() + " \"" + schema.dataSource() + "\"";
    }

    @Override
    default void check(Findings at) {
        BatchTask.super.check(at);
        LockType.check(context(), Boolean.TRUE.equals(spec().ioConfig().appendToExisting()), at);
    }

    static IndexParallelTask of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexParallelTask.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexParallelTask.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IndexParallelTask}. What is set part by part goes over what {@link #spec} says. */
    abstract class Builder implements BatchTask.Builder<IndexParallelTask, Builder> {

        private UnaryOperator<IndexParallelSpec.Builder> parts = UnaryOperator.identity();

        Builder() {}

        /** The group that its sub-tasks share. Druid's default: as the id. */
        public abstract Builder groupId(@Nullable String groupId);

        /** All three parts at once. */
        public abstract Builder spec(IndexParallelSpec spec);

        /** What the datasource looks like. Required. */
        public Builder dataSchema(DataSchema dataSchema) {
            return part(s -> s.dataSchema(dataSchema));
        }

        /** The same, built here. */
        public Builder dataSchema(UnaryOperator<DataSchema.Builder> b) {
            return dataSchema(DataSchema.of(b));
        }

        /** What is read. Required. */
        public Builder ioConfig(IndexParallelIOConfig ioConfig) {
            return part(s -> s.ioConfig(ioConfig));
        }

        /** The same, built here. */
        public Builder ioConfig(UnaryOperator<IndexParallelIOConfig.Builder> b) {
            return ioConfig(IndexParallelIOConfig.of(b));
        }

        /** How the work is done. Druid's defaults where absent. */
        public Builder tuningConfig(@Nullable IndexParallelTuningConfig tuningConfig) {
            return part(s -> s.tuningConfig(tuningConfig));
        }

        /** The same, built here. */
        public Builder tuningConfig(UnaryOperator<IndexParallelTuningConfig.Builder> b) {
            return tuningConfig(IndexParallelTuningConfig.of(b));
        }

        private Builder part(UnaryOperator<IndexParallelSpec.Builder> part) {
            UnaryOperator<IndexParallelSpec.Builder> earlier = parts;
            parts = s -> part.apply(earlier.apply(s));
            return this;
        }

        @Override
        public IndexParallelTask build() {
            ImmutableIndexParallelTask.Builder b = (ImmutableIndexParallelTask.Builder) this;
            return Specs.valid(b.spec(withParts(b.partial().spec())).partial());
        }

        /** The parts set on top of a whole, of which any may be missing: the task tells about it. */
        private IndexParallelSpec withParts(@Nullable IndexParallelSpec whole) {
            IndexParallelSpec.Builder b = whole == null ? IndexParallelSpec.builder() : whole.toBuilder();
            return ((ImmutableIndexParallelSpec.Builder) parts.apply(b)).partial();
        }
    }
}
