package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An Avro 1124 schema repository.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#avro-bytes-decoder">Avro decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAvroSchemaRepository.Builder.class)
public interface AvroSchemaRepository extends SpecObject {

    @JsonProperty("type")
    default String type() {
        return "avro_1124_rest_client";
    }

    URI url();

    static AvroSchemaRepository of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAvroSchemaRepository.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAvroSchemaRepository.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link AvroSchemaRepository}. */
    interface Builder extends SpecBuilder<AvroSchemaRepository, Builder> {

        /** Where it answers. Required. */
        Builder url(URI url);

        @Override
        default AvroSchemaRepository build() {
            return Specs.complete(((ImmutableAvroSchemaRepository.Builder) this).partial());
        }
    }
}
