package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Finds every value.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/searchquery#searchqueryspec">search query specs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAllSearchQuerySpec.Builder.class)
public interface AllSearchQuerySpec extends SearchQuerySpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "all";
    }

    static AllSearchQuerySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAllSearchQuerySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAllSearchQuerySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link AllSearchQuerySpec}. */
    interface Builder extends SpecBuilder<AllSearchQuerySpec, Builder> {

        @Override
        default AllSearchQuerySpec build() {
            return Specs.complete(((ImmutableAllSearchQuerySpec.Builder) this).partial());
        }
    }
}
