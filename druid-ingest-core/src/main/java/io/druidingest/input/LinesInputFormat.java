package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * One row a line of any text, in the column {@code line}. Since Druid 34.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#lines">lines</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLinesInputFormat.Builder.class)
public interface LinesInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "lines";
    }

    static LinesInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLinesInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLinesInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link LinesInputFormat}. */
    interface Builder extends SpecBuilder<LinesInputFormat, Builder> {

        @Override
        default LinesInputFormat build() {
            return Specs.complete(((ImmutableLinesInputFormat.Builder) this).partial());
        }
    }
}
