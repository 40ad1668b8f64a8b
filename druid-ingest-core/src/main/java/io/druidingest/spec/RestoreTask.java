package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Brings archived segments back to deep storage.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks">tasks</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRestoreTask.Builder.class)
public interface RestoreTask extends Task, IntervalTask {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "restore";
    }

    static RestoreTask of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRestoreTask.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRestoreTask.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link RestoreTask}. */
    interface Builder extends IntervalTask.Builder<RestoreTask, Builder> {

        @Override
        default RestoreTask build() {
            return Specs.valid(((ImmutableRestoreTask.Builder) this).partial());
        }
    }
}
