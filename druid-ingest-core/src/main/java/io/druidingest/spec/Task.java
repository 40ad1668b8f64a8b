package io.druidingest.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;
import io.druidingest.validation.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that the Overlord takes.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks">tasks</a>
 */
@Family(value = @Variant(id = "index_parallel", type = IndexParallelTask.class), unknown = UnknownTask.class)
public interface Task extends SpecObject {

    /** The type id. */
    String type();

    /** The id to submit it under; the client chooses one where it is null. */
    @Nullable String id();

    /** The datasource that the task works on; null where the type does not tell. */
    @Nullable String dataSource();

    /** Settings of the run: locks, priority and more, by Druid's names. */
    Map<String, JsonNode> context();

    @Override
    default void check(Findings at) {
        String id = id();
        if (id != null) {
            Identifiers.check(id, at.at("id"));
        }
    }

    /** What Druid accepts here and users usually regret. */
    default List<Violation> warnings() {
        return Specs.warnings(this);
    }
}
