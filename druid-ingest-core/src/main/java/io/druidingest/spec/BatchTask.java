package io.druidingest.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A batch load: what {@code index_parallel} and {@code index} share. */
public interface BatchTask extends Task {

    @Nullable TaskResource resource();

    /** Druid repeats the datasource beside the spec. */
    @Override
    default void normalize(ObjectNode json) {
        Task.super.normalize(json);
        json.remove("dataSource");
    }

    /**
     * Makes a batch load. What is set part by part goes over what is set as a whole.
     *
     * @param <T> the task
     * @param <S> what makes its spec
     * @param <B> the builder itself
     */
    abstract class Builder<T extends BatchTask, S extends IngestionSpec.Builder<?, S>, B extends Builder<T, S, B>>
            extends IngestionSpec.Parts<T, S, B> implements Task.Builder<T, B> {

        Builder() {}

        /** The slots that it takes. Druid's default: one, of a group of its own. */
        public abstract B resource(@Nullable TaskResource resource);

        /** The same, built here. */
        public B resource(UnaryOperator<TaskResource.Builder> b) {
            return resource(TaskResource.of(b));
        }
    }
}
