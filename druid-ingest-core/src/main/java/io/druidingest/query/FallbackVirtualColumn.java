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
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * The first of some columns that a segment has.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFallbackVirtualColumn.Builder.class)
public interface FallbackVirtualColumn extends VirtualColumn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "fallback";
    }

    String name();

    List<DimensionSpec> columns();

    static FallbackVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFallbackVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFallbackVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (columns().isEmpty()) {
            at.at("columns").report(Rules.EMPTY_LIST, "is empty; name at least one column");
        }
    }

    @Override
    default String makes() {
        return name();
    }

    @Override
    default List<String> reads() {
        return columns().stream().map(DimensionSpec::reads).collect(Collectors.toList());
    }

    /** Makes a {@link FallbackVirtualColumn}. */
    interface Builder extends SpecBuilder<FallbackVirtualColumn, Builder> {

        /** The column that it makes. Required. */
        Builder name(String name);

        /** The columns, the preferred first. At least one. Replaces those set before. */
        Builder columns(Iterable<? extends DimensionSpec> columns);

        /** The same, listed. */
        default Builder columns(DimensionSpec... columns) {
            return columns(Arrays.asList(columns));
        }

        /** The same, of columns as they are. */
        default Builder columns(String... columns) {
            return columns(Arrays.stream(columns).map(DimensionSpec::column).collect(Collectors.toList()));
        }

        @Override
        default FallbackVirtualColumn build() {
            return Specs.complete(((ImmutableFallbackVirtualColumn.Builder) this).partial());
        }
    }
}
