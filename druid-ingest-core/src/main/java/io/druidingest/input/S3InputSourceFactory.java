package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Reads the data files of a table from S3.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-input-source">Iceberg input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableS3InputSourceFactory.Builder.class)
public interface S3InputSourceFactory extends InputSourceFactory, S3Access {

    @Override
    @JsonProperty("type")
    default String type() {
        return "s3";
    }

    static S3InputSourceFactory of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableS3InputSourceFactory.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableS3InputSourceFactory.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link S3InputSourceFactory}. */
    interface Builder extends S3Access.Builder<S3InputSourceFactory, Builder> {

        @Override
        default S3InputSourceFactory build() {
            return Specs.complete(((ImmutableS3InputSourceFactory.Builder) this).partial());
        }
    }
}
