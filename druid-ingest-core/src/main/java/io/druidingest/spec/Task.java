package io.druidingest.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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

    /** What the Overlord sets in the context of each task that does not say otherwise. */
    Map<String, JsonNode> GIVEN_CONTEXT = Map.of(
            "forceTimeChunkLock", BooleanNode.TRUE,
            "useLineageBasedSegmentAllocation", BooleanNode.TRUE,
            "lookupLoadingMode", TextNode.valueOf("NONE"));

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

    /** The ids are given by Druid or the client, and the settings by the Overlord. */
    @Override
    default void normalize(ObjectNode json) {
        json.remove(List.of("id", "groupId", "resource"));
        JsonNode context = json.path("context");
        GIVEN_CONTEXT.forEach((key, value) -> {
            if (context.path(key).equals(value)) {
                ((ObjectNode) context).remove(key);
            }
        });
    }

    /** What Druid accepts here and users usually regret. */
    default List<Violation> warnings() {
        return Specs.warnings(this);
    }
}
