package io.druidingest.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.schema.DataSchema;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A batch load: what {@code index_parallel} and {@code index} share. */
public interface BatchTask extends Task {

    BatchSpec spec();

    @Nullable TaskResource resource();

    @Override
    default String dataSource() {
        return spec().dataSchema().dataSource();
    }

    @Override
    default String label() {
        BatchSpec spec = spec();
        DataSchema schema = spec == null ? null : spec.dataSchema();
        return schema == null || schema.dataSource() == null ? type() : type() + " \"" + schema.dataSource() + "\"";
    }

    @Override
    default void check(Findings at) {
        Task.super.check(at);
        LockType.check(context(), Boolean.TRUE.equals(spec().ioConfig().appendToExisting()), at);
    }

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
