package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Finds values that hold a text in any case.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/searchquery#searchqueryspec">search query specs</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds("caseSensitive")
@JsonDeserialize(builder = ImmutableInsensitiveContainsSearchQuerySpec.Builder.class)
public interface InsensitiveContainsSearchQuerySpec extends SearchQuerySpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "insensitive_contains";
    }

    String value();

    static InsensitiveContainsSearchQuerySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableInsensitiveContainsSearchQuerySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableInsensitiveContainsSearchQuerySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link InsensitiveContainsSearchQuerySpec}. */
    interface Builder extends SpecBuilder<InsensitiveContainsSearchQuerySpec, Builder> {

        /** The text. Required. */
        Builder value(String value);

        @Override
        default InsensitiveContainsSearchQuerySpec build() {
            return Specs.complete(((ImmutableInsensitiveContainsSearchQuerySpec.Builder) this).partial());
        }
    }
}
