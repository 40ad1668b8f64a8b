package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
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
        return BatchLoad.label(this, spec());
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
    abstract class Builder extends BatchTask.Builder<IndexParallelTask, IndexParallelSpec.Builder, Builder> {

        Builder() {}

        /** The group that its sub-tasks share. Druid's default: as the id. */
        public abstract Builder groupId(@Nullable String groupId);

        /** All three parts at once. */
        public abstract Builder spec(IndexParallelSpec spec);

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

        @Override
        public IndexParallelTask build() {
            ImmutableIndexParallelTask.Builder b = (ImmutableIndexParallelTask.Builder) this;
            IndexParallelSpec whole = b.partial().spec();
            IndexParallelSpec.Builder spec = withParts(whole == null ? IndexParallelSpec.builder() : whole.toBuilder());
            return Specs.valid(b.spec(((ImmutableIndexParallelSpec.Builder) spec).partial())
                    .partial());
        }
    }
}
