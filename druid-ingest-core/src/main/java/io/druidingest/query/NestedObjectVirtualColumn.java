package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A JSON object of columns. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableNestedObjectVirtualColumn.Builder.class)
public interface NestedObjectVirtualColumn extends VirtualColumn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "nested-object";
    }

    String name();

    Map<String, TypedExpression> object();

    static NestedObjectVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableNestedObjectVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableNestedObjectVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (object().isEmpty()) {
            at.at("object").report(Rules.EMPTY_LIST, "is empty; add a key");
        }
    }

    @Override
    default String makes() {
        return name();
    }

    /** Makes a {@link NestedObjectVirtualColumn}. */
    interface Builder extends SpecBuilder<NestedObjectVirtualColumn, Builder> {

        /** The column that it makes. Required. */
        Builder name(String name);

        /** The value of each key. Replaces those set before. */
        Builder object(Map<String, ? extends TypedExpression> object);

        /** Adds one entry. */
        Builder object(String key, TypedExpression value);

        @Override
        default NestedObjectVirtualColumn build() {
            return Specs.complete(((ImmutableNestedObjectVirtualColumn.Builder) this).partial());
        }
    }
}
