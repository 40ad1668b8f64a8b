package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Schemas of an Avro 1124 schema repository.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#avro-bytes-decoder">Avro decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSchemaRepoAvroBytesDecoder.Builder.class)
public interface SchemaRepoAvroBytesDecoder extends AvroBytesDecoder {

    @Override
    @JsonProperty("type")
    default String type() {
        return "schema_repo";
    }

    AvroSubjectAndIdConverter subjectAndIdConverter();

    AvroSchemaRepository schemaRepository();

    static SchemaRepoAvroBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSchemaRepoAvroBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSchemaRepoAvroBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SchemaRepoAvroBytesDecoder}. */
    interface Builder extends SpecBuilder<SchemaRepoAvroBytesDecoder, Builder> {

        /** How a record names its schema. Required. */
        Builder subjectAndIdConverter(AvroSubjectAndIdConverter subjectAndIdConverter);

        /** The same, built here. */
        default Builder subjectAndIdConverter(UnaryOperator<AvroSubjectAndIdConverter.Builder> b) {
            return subjectAndIdConverter(AvroSubjectAndIdConverter.of(b));
        }

        /** The repository. Required. */
        Builder schemaRepository(AvroSchemaRepository schemaRepository);

        /** The same, built here. */
        default Builder schemaRepository(UnaryOperator<AvroSchemaRepository.Builder> b) {
            return schemaRepository(AvroSchemaRepository.of(b));
        }

        @Override
        default SchemaRepoAvroBytesDecoder build() {
            return Specs.complete(((ImmutableSchemaRepoAvroBytesDecoder.Builder) this).partial());
        }
    }
}
