package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A multi-value column without some of its values.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns#list-filtered-virtual-column">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMvFilteredVirtualColumn.Builder.class)
public interface MvFilteredVirtualColumn extends VirtualColumn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "mv-filtered";
    }

    String name();

    DimensionSpec delegate();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable List<@Nullable String> values();

    @DruidDefault("true")
    @Nullable Boolean isAllowList();

    static MvFilteredVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMvFilteredVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMvFilteredVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (values() == null || values().isEmpty()) {
            at.at("values").report(Rules.EMPTY_LIST, "is empty; name at least one value");
        }
    }

    @Override
    default String makes() {
        return name();
    }

    @Override
    default List<String> reads() {
        return List.of(delegate().reads());
    }

    /** Makes a {@link MvFilteredVirtualColumn}. */
    interface Builder extends SpecBuilder<MvFilteredVirtualColumn, Builder> {

        /** The column that it makes. Required. */
        Builder name(String name);

        /** The column whose values are filtered. Required. */
        Builder delegate(DimensionSpec delegate);

        /** The values that stay; null among them is one. At least one. Replaces those set before. */
        Builder values(@Nullable Iterable<@Nullable String> values);

        /** The same, listed. */
        default Builder values(@Nullable String... values) {
            return values(Arrays.asList(values));
        }

        /** Whether the values stay, or all others. Druid's default: true. */
        Builder isAllowList(@Nullable Boolean isAllowList);

        @Override
        default MvFilteredVirtualColumn build() {
            return Specs.complete(((ImmutableMvFilteredVirtualColumn.Builder) this).partial());
        }
    }
}
