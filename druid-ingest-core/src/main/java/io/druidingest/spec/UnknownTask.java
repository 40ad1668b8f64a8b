package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
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
    interface Builder extends Task.Builder<UnknownTask, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        /** The datasource that the task works on. */
        Builder dataSource(@Nullable String dataSource);

        @Override
        default UnknownTask build() {
            return Specs.valid(((ImmutableUnknownTask.Builder) this).partial());
        }
    }
}
