package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Moves unused segments to the archive of their deep storage.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks">tasks</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableArchiveTask.Builder.class)
public interface ArchiveTask extends Task, IntervalTask {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "archive";
    }

    static ArchiveTask of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableArchiveTask.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableArchiveTask.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link ArchiveTask}. */
    interface Builder extends IntervalTask.Builder<ArchiveTask, Builder> {

        @Override
        default ArchiveTask build() {
            return Specs.valid(((ImmutableArchiveTask.Builder) this).partial());
        }
    }
}
