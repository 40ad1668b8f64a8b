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
 * Finds values that hold a text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/searchquery#searchqueryspec">search query specs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableContainsSearchQuerySpec.Builder.class)
public interface ContainsSearchQuerySpec extends SearchQuerySpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "contains";
    }

    String value();

    @DruidDefault("false")
    @Nullable Boolean caseSensitive();

    static ContainsSearchQuerySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableContainsSearchQuerySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableContainsSearchQuerySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link ContainsSearchQuerySpec}. */
    interface Builder extends SpecBuilder<ContainsSearchQuerySpec, Builder> {

        /** The text. Required. */
        Builder value(String value);

        /** Whether case counts. Druid's default: false. */
        Builder caseSensitive(@Nullable Boolean caseSensitive);

        @Override
        default ContainsSearchQuerySpec build() {
            return Specs.complete(((ImmutableContainsSearchQuerySpec.Builder) this).partial());
        }
    }
}
