package io.druidingest.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.tuning.TaskContext;
import io.druidingest.validation.Findings;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a stream, each message once: what the stream supervisors share. */
public interface StreamSupervisor extends Supervisor {

    @Nullable String id();

    @Nullable TaskContext context();

    @Override
    @DruidDefault("false")
    @Nullable Boolean suspended();

    @Override
    default @Nullable String supervisorId() {
        return id() == null ? dataSource() : id();
    }

    /** Druid repeats the parts under their former places. */
    @Override
    default void normalize(ObjectNode json) {
        json.remove(List.of("dataSchema", "ioConfig", "tuningConfig"));
        if (json.path("id").equals(json.at("/spec/dataSchema/dataSource"))) {
            json.remove("id");
        }
    }

    @Override
    default void check(Findings at) {
        StreamChecks.id(this, at.at("id"));
    }

    /**
     * Makes a stream supervisor. What is set part by part goes over what is set as a whole.
     *
     * @param <T> the supervisor
     * @param <S> what makes its spec
     * @param <B> the builder itself
     */
    abstract class Builder<
                    T extends StreamSupervisor, S extends IngestionSpec.Builder<?, S>, B extends Builder<T, S, B>>
            extends IngestionSpec.Parts<T, S, B> {

        Builder() {}

        /**
         * The id of the supervisor. Druid's default: the datasource. Since Druid 34, where several supervisors may write
         * one datasource if {@code useConcurrentLocks} is true in their contexts; ignored before.
         */
        public abstract B id(@Nullable String id);

        /** How the tasks lock, how urgent they are, and more. */
        public abstract B context(@Nullable TaskContext context);

        /** The same, built here: {@code context(c -> c.useConcurrentLocks(true))}. */
        public B context(UnaryOperator<TaskContext.Builder> b) {
            return context(TaskContext.of(b));
        }

        /**
         * Whether the supervisor is there but does nothing. To send a running one again with true stops it; with false,
         * or without, it goes on. Druid's default: false.
         */
        public abstract B suspended(@Nullable Boolean suspended);
    }
}
