package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Each value of the dictionary on its own, in UTF-8. Druid's default.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUtf8StringEncodingStrategy.Builder.class)
public interface Utf8StringEncodingStrategy extends StringEncodingStrategy {

    @Override
    @JsonProperty("type")
    default String type() {
        return "utf8";
    }

    static Utf8StringEncodingStrategy of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUtf8StringEncodingStrategy.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUtf8StringEncodingStrategy.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link Utf8StringEncodingStrategy}. */
    interface Builder extends SpecBuilder<Utf8StringEncodingStrategy, Builder> {

        @Override
        default Utf8StringEncodingStrategy build() {
            return Specs.complete(((ImmutableUtf8StringEncodingStrategy.Builder) this).partial());
        }
    }
}
