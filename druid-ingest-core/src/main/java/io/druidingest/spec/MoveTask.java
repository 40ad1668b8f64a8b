package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Moves unused segments to another place of their deep storage.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks">tasks</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMoveTask.Builder.class)
public interface MoveTask extends Task, IntervalTask {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "move";
    }

    @JsonAlias("targetLoadSpec")
    Map<String, JsonNode> target();

    static MoveTask of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMoveTask.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMoveTask.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link MoveTask}. */
    interface Builder extends IntervalTask.Builder<MoveTask, Builder> {

        /** The place, in the words of the deep storage: {@code bucket} and {@code baseKey} of S3, for example. */
        Builder target(Map<String, ? extends JsonNode> target);

        /** Adds one entry. */
        Builder target(String key, JsonNode value);

        /** Adds one entry. */
        default Builder target(String key, @Nullable Object value) {
            return target(key, SpecJson.tree(value));
        }

        @Override
        default MoveTask build() {
            return Specs.valid(((ImmutableMoveTask.Builder) this).partial());
        }
    }
}
