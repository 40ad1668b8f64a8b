package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Reads the data files of a table with nothing more to say.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-input-source">Iceberg input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSimpleInputSourceFactory.Builder.class)
public interface SimpleInputSourceFactory extends InputSourceFactory {

    static SimpleInputSourceFactory of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSimpleInputSourceFactory.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSimpleInputSourceFactory.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SimpleInputSourceFactory}. */
    interface Builder extends SpecBuilder<SimpleInputSourceFactory, Builder> {

        /** The type id: {@code local}, {@code hdfs} or {@code google}. Required. */
        Builder type(String type);

        @Override
        default SimpleInputSourceFactory build() {
            return Specs.complete(((ImmutableSimpleInputSourceFactory.Builder) this).partial());
        }
    }
}
