package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.Filter;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is made of rows as they come in: columns computed, rows left out.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#transformspec">transformSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableTransformSpec.Builder.class)
public interface TransformSpec extends SpecObject {

    List<Transform> transforms();

    @Nullable Filter filter();

    static TransformSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableTransformSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableTransformSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < transforms().size(); i++) {
            String name = transforms().get(i).name();
            Integer earlier = name == null ? null : seen.putIfAbsent(name, i);
            if (earlier != null) {
                at.at("transforms")
                        .at(i)
                        .at("name")
                        .report(
                                Rules.DUPLICATE_TRANSFORM,
                                "\"" + name + "\" is also transform [" + earlier
                                        + "]; rename one, or nest the expressions");
            }
        }
    }

    /** Makes a {@link TransformSpec}. */
    interface Builder extends SpecBuilder<TransformSpec, Builder> {

        /**
         * The columns that are computed. Each reads the input as it was, not what another transform made of it.
         * Replaces those set before. None by default.
         */
        Builder transforms(Iterable<? extends Transform> transforms);

        /** The same, listed. */
        default Builder transforms(Transform... transforms) {
            return transforms(Arrays.asList(transforms));
        }

        /** Which rows are kept; it sees what transforms computed. Druid's default: all rows. */
        Builder filter(@Nullable Filter filter);

        @Override
        default TransformSpec build() {
            return Specs.complete(((ImmutableTransformSpec.Builder) this).partial());
        }
    }
}
