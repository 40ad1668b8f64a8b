package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * What a batch load reads, and what becomes of the data already there.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#ioconfig">ioConfig</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexParallelIOConfig.Builder.class)
public interface IndexParallelIOConfig extends BatchIOConfig {

    @JsonProperty(value = "type", required = true)
    default String type() {
        return "index_parallel";
    }

    static IndexParallelIOConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexParallelIOConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexParallelIOConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IndexParallelIOConfig}. */
    interface Builder extends BatchIOConfig.Builder<IndexParallelIOConfig, Builder> {

        @Override
        default IndexParallelIOConfig build() {
            return Specs.complete(((ImmutableIndexParallelIOConfig.Builder) this).partial());
        }
    }
}
