package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.DimensionsSpec;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The dimensions that compaction keeps.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUserCompactionDimensionsConfig.Builder.class)
public interface UserCompactionDimensionsConfig extends SpecObject {

    List<Dimension> dimensions();

    static UserCompactionDimensionsConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUserCompactionDimensionsConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUserCompactionDimensionsConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** The same as of the dimensions of a load. */
    @Override
    default void check(Findings at) {
        DimensionsSpec.of(d -> d.dimensions(dimensions())).check(at);
    }

    /** Makes an {@link UserCompactionDimensionsConfig}. */
    interface Builder extends SpecBuilder<UserCompactionDimensionsConfig, Builder> {

        /** The dimensions, in the order that rows are sorted by. Replaces those set before. */
        Builder dimensions(Iterable<? extends Dimension> dimensions);

        /** The same, listed. */
        default Builder dimensions(Dimension... dimensions) {
            return dimensions(Arrays.asList(dimensions));
        }

        @Override
        default UserCompactionDimensionsConfig build() {
            return Specs.complete(((ImmutableUserCompactionDimensionsConfig.Builder) this).partial());
        }
    }
}
