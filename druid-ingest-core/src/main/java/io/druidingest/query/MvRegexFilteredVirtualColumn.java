package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A multi-value column of those values that a regular expression matches. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMvRegexFilteredVirtualColumn.Builder.class)
public interface MvRegexFilteredVirtualColumn extends VirtualColumn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "mv-regex-filtered";
    }

    String name();

    DimensionSpec delegate();

    String pattern();

    static MvRegexFilteredVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMvRegexFilteredVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMvRegexFilteredVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.regex(pattern(), at.at("pattern"));
    }

    @Override
    default String makes() {
        return name();
    }

    @Override
    default List<String> reads() {
        return List.of(delegate().reads());
    }

    /** Makes a {@link MvRegexFilteredVirtualColumn}. */
    interface Builder extends SpecBuilder<MvRegexFilteredVirtualColumn, Builder> {

        /** The column that it makes. Required. */
        Builder name(String name);

        /** The column whose values are filtered. Required. */
        Builder delegate(DimensionSpec delegate);

        /** A Java regular expression. Required. */
        Builder pattern(String pattern);

        @Override
        default MvRegexFilteredVirtualColumn build() {
            return Specs.complete(((ImmutableMvRegexFilteredVirtualColumn.Builder) this).partial());
        }
    }
}
