package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Columns of JSON merged into one. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableNestedMergeVirtualColumn.Builder.class)
public interface NestedMergeVirtualColumn extends VirtualColumn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "nested-merge";
    }

    String name();

    List<String> columns();

    static NestedMergeVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableNestedMergeVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableNestedMergeVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (columns().size() < 2) {
            at.at("columns").report(Rules.EMPTY_LIST, "has less than two; name the columns to merge");
        }
    }

    @Override
    default String makes() {
        return name();
    }

    @Override
    default List<String> reads() {
        return columns();
    }

    /** Makes a {@link NestedMergeVirtualColumn}. */
    interface Builder extends SpecBuilder<NestedMergeVirtualColumn, Builder> {

        /** The column that it makes. Required. */
        Builder name(String name);

        /** The columns. At least one. Replaces those set before. */
        Builder columns(Iterable<String> columns);

        /** The same, listed. */
        default Builder columns(String... columns) {
            return columns(Arrays.asList(columns));
        }

        @Override
        default NestedMergeVirtualColumn build() {
            return Specs.complete(((ImmutableNestedMergeVirtualColumn.Builder) this).partial());
        }
    }
}
