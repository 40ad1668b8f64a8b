package io.druidingest.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.Specs;
import io.druidingest.tuning.TaskContext;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;
import io.druidingest.validation.Violation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that the Overlord takes.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks">tasks</a>
 */
@Family(
        value = {
            @Variant(id = "index_parallel", type = IndexParallelTask.class),
            @Variant(id = "index", type = IndexTask.class),
            @Variant(id = "compact", type = CompactTask.class),
            @Variant(id = "kill", type = KillTask.class),
            @Variant(id = "archive", type = ArchiveTask.class),
            @Variant(id = "restore", type = RestoreTask.class),
            @Variant(id = "move", type = MoveTask.class),
            @Variant(id = "noop", type = NoopTask.class),
        },
        unknown = UnknownTask.class)
public interface Task extends SpecObject {

    /** The type id. */
    String type();

    /** The id to submit it under; the client chooses one where it is null. */
    @Nullable String id();

    /** The datasource that the task works on; null where the type does not tell. */
    @Nullable String dataSource();

    /** Settings of the run: locks, priority and more. */
    @Nullable TaskContext context();

    @Override
    default String label() {
        String dataSource = dataSource();
        return dataSource == null ? SpecObject.super.label() : type() + " \"" + dataSource + "\"";
    }

    @Override
    default void check(Findings at) {
        String id = id();
        if (id != null) {
            Identifiers.check(id, at.at("id"));
        }
    }

    /** The ids are given by Druid or the client, and what lookups the task loads by the Overlord. */
    @Override
    default void normalize(ObjectNode json) {
        json.remove(List.of("id", "groupId", "resource"));
        if (json.path("context").path("lookupLoadingMode").asText().equals("none")) {
            ((ObjectNode) json.get("context")).remove("lookupLoadingMode");
        }
    }

    /** What Druid accepts here and users usually regret. */
    default List<Violation> warnings() {
        return Specs.warnings(this);
    }

    /**
     * Makes a task.
     *
     * @param <T> the task
     * @param <B> the builder itself
     */
    interface Builder<T extends Task, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** The task id. Leave it out: the client chooses one that makes submitting safe to repeat. */
        B id(@Nullable String id);

        /** Settings of the run: locks, priority and more. Replaces those set before. */
        B context(@Nullable TaskContext context);

        /** The same, built here: {@code context(c -> c.priority(75))}. */
        default B context(UnaryOperator<TaskContext.Builder> b) {
            return context(TaskContext.of(b));
        }
    }
}
