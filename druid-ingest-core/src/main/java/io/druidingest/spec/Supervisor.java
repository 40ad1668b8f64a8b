package io.druidingest.spec;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import io.druidingest.json.Specs;
import io.druidingest.validation.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the Overlord keeps going: it reads a stream, or starts a task again and again.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor">supervisors</a>
 */
@Family(
        value = {
            @Variant(id = "kafka", type = KafkaSupervisor.class),
            @Variant(id = "kinesis", type = KinesisSupervisor.class),
            @Variant(id = "rabbit", type = RabbitSupervisor.class),
            @Variant(id = "autocompact", type = AutocompactSupervisor.class),
            @Variant(id = "scheduled_batch", type = ScheduledBatchSupervisor.class),
        },
        unknown = UnknownSupervisor.class)
public interface Supervisor extends SpecObject {

    /** The type id. */
    String type();

    /** Whether it is there but does nothing; null is Druid's default, false. */
    @Nullable Boolean suspended();

    /**
     * The id that Druid knows it by, now or after it was sent; null where Druid makes one up, or the type does not tell.
     * Before Druid 34 that of a stream supervisor is its datasource whatever {@code id} says.
     */
    default @Nullable String supervisorId() {
        return null;
    }

    /** The datasource that it writes; null where the type does not tell. */
    default @Nullable String dataSource() {
        return null;
    }

    @Override
    default String label() {
        String name = supervisorId() == null ? dataSource() : supervisorId();
        return name == null ? type() : type() + " \"" + name + "\"";
    }

    /** What Druid accepts here and users usually regret. */
    default List<Violation> warnings() {
        return Specs.warnings(this);
    }
}
