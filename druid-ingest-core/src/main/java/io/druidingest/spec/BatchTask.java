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
     * Makes a batch load.
     *
     * @param <T> the task
     * @param <B> the builder itself
     */
    interface Builder<T extends BatchTask, B extends Builder<T, B>> extends Task.Builder<T, B> {

        /** The slots that it takes. Druid's default: one, of a group of its own. */
        B resource(@Nullable TaskResource resource);

        /** The same, built here. */
        default B resource(UnaryOperator<TaskResource.Builder> b) {
            return resource(TaskResource.of(b));
        }
    }
}
