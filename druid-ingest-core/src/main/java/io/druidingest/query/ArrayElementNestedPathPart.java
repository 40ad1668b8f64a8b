package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An element of a JSON array.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns#nested-field-virtual-column">nested field virtual column</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableArrayElementNestedPathPart.Builder.class)
public interface ArrayElementNestedPathPart extends NestedPathPart {

    @Override
    @JsonProperty("type")
    default String type() {
        return "arrayElement";
    }

    @DruidDefault("0")
    @Nullable Integer index();

    static ArrayElementNestedPathPart of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableArrayElementNestedPathPart.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableArrayElementNestedPathPart.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link ArrayElementNestedPathPart}. */
    interface Builder extends SpecBuilder<ArrayElementNestedPathPart, Builder> {

        /** Which one; the first is 0, and the last is -1. Druid's default: 0. */
        Builder index(@Nullable Integer index);

        @Override
        default ArrayElementNestedPathPart build() {
            return Specs.complete(((ImmutableArrayElementNestedPathPart.Builder) this).partial());
        }
    }
}
