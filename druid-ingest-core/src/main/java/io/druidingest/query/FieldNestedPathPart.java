package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A key of a JSON object.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns#nested-field-virtual-column">nested field virtual column</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFieldNestedPathPart.Builder.class)
public interface FieldNestedPathPart extends NestedPathPart {

    @Override
    @JsonProperty("type")
    default String type() {
        return "field";
    }

    String field();

    static FieldNestedPathPart of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFieldNestedPathPart.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFieldNestedPathPart.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link FieldNestedPathPart}. */
    interface Builder extends SpecBuilder<FieldNestedPathPart, Builder> {

        /** The key. Required. */
        Builder field(String field);

        @Override
        default FieldNestedPathPart build() {
            return Specs.complete(((ImmutableFieldNestedPathPart.Builder) this).partial());
        }
    }
}
