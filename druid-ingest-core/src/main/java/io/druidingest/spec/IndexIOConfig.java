package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * What a batch load in one task reads, and what becomes of the data already there.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch-simple-task">simple task indexing</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexIOConfig.Builder.class)
public interface IndexIOConfig extends BatchIOConfig {

    @JsonProperty(value = "type", required = true)
    default String type() {
        return "index";
    }

    static IndexIOConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexIOConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexIOConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IndexIOConfig}. */
    interface Builder extends BatchIOConfig.Builder<IndexIOConfig, Builder> {

        @Override
        default IndexIOConfig build() {
            return Specs.complete(((ImmutableIndexIOConfig.Builder) this).partial());
        }
    }
}
