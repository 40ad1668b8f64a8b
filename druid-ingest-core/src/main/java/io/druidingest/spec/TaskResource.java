package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The slots that a task takes. Druid sees to it.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks">tasks</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableTaskResource.Builder.class)
public interface TaskResource extends SpecObject {

    String availabilityGroup();

    Integer requiredCapacity();

    static TaskResource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableTaskResource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableTaskResource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(requiredCapacity(), at.at("requiredCapacity"));
    }

    /** Makes a {@link TaskResource}. */
    interface Builder extends SpecBuilder<TaskResource, Builder> {

        /** Tasks of one group never run on one worker. Required. */
        Builder availabilityGroup(String availabilityGroup);

        /** Slots of a worker. Positive. Required. */
        Builder requiredCapacity(Integer requiredCapacity);

        @Override
        default TaskResource build() {
            return Specs.complete(((ImmutableTaskResource.Builder) this).partial());
        }
    }
}
