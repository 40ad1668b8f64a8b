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
 * A batch load in one task. {@link IndexParallelTask} does the same, and can do it in several.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch-simple-task">simple task indexing</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexTask.Builder.class)
public interface IndexTask extends Task, BatchTask {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "index";
    }

    IndexIngestionSpec spec();

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

    static IndexTask of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexTask.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexTask.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IndexTask}. What is set part by part goes over what {@link #spec} says. */
    abstract class Builder extends BatchTask.Builder<IndexTask, IndexIngestionSpec.Builder, Builder> {

        Builder() {}

        /** All three parts at once. */
        public abstract Builder spec(IndexIngestionSpec spec);

        /** What is read. Required. */
        public Builder ioConfig(IndexIOConfig ioConfig) {
            return part(s -> s.ioConfig(ioConfig));
        }

        /** The same, built here. */
        public Builder ioConfig(UnaryOperator<IndexIOConfig.Builder> b) {
            return ioConfig(IndexIOConfig.of(b));
        }

        /** How the work is done. Druid's defaults where absent. */
        public Builder tuningConfig(@Nullable IndexTuningConfig tuningConfig) {
            return part(s -> s.tuningConfig(tuningConfig));
        }

        /** The same, built here. */
        public Builder tuningConfig(UnaryOperator<IndexTuningConfig.Builder> b) {
            return tuningConfig(IndexTuningConfig.of(b));
        }

        @Override
        public IndexTask build() {
            ImmutableIndexTask.Builder b = (ImmutableIndexTask.Builder) this;
            IndexIngestionSpec whole = b.partial().spec();
            IndexIngestionSpec.Builder spec =
                    withParts(whole == null ? IndexIngestionSpec.builder() : whole.toBuilder());
            return Specs.valid(b.spec(((ImmutableIndexIngestionSpec.Builder) spec).partial())
                    .partial());
        }
    }
}
