package io.druidingest.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Task} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownTask.Builder.class)
public interface UnknownTask extends Task {

    static UnknownTask of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownTask.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownTask.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownTask}. */
    interface Builder extends SpecBuilder<UnknownTask, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        /** The id to submit it under. */
        Builder id(@Nullable String id);

        /** The datasource that the task works on. */
        Builder dataSource(@Nullable String dataSource);

        /** Settings of the run by Druid's names. */
        Builder context(Map<String, ? extends JsonNode> context);

        /** Adds one setting of the run. */
        Builder context(String key, JsonNode value);

        /** Adds one setting of the run, for example {@code context("priority", 75)}. */
        default Builder context(String key, @Nullable Object value) {
            return context(key, SpecJson.tree(value));
        }

        @Override
        default UnknownTask build() {
            return Specs.valid(((ImmutableUnknownTask.Builder) this).partial());
        }
    }
}
