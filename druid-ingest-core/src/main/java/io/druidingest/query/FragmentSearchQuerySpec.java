package io.druidingest.query;

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
 * Finds values that hold all of some texts.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/searchquery#searchqueryspec">search query specs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFragmentSearchQuerySpec.Builder.class)
public interface FragmentSearchQuerySpec extends SearchQuerySpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "fragment";
    }

    List<String> values();

    @DruidDefault("false")
    @Nullable Boolean caseSensitive();

    static FragmentSearchQuerySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFragmentSearchQuerySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFragmentSearchQuerySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (values().isEmpty()) {
            at.at("values").report(Rules.EMPTY_LIST, "is empty; name at least one text");
        }
    }

    /** Makes a {@link FragmentSearchQuerySpec}. */
    interface Builder extends SpecBuilder<FragmentSearchQuerySpec, Builder> {

        /** The texts. At least one. Replaces those set before. */
        Builder values(Iterable<String> values);

        /** The same, listed. */
        default Builder values(String... values) {
            return values(Arrays.asList(values));
        }

        /** Whether case counts. Druid's default: false. */
        Builder caseSensitive(@Nullable Boolean caseSensitive);

        @Override
        default FragmentSearchQuerySpec build() {
            return Specs.complete(((ImmutableFragmentSearchQuerySpec.Builder) this).partial());
        }
    }
}
