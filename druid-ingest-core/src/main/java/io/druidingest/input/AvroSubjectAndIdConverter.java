package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The schemas of one topic, each named by a number before the record.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#avro-bytes-decoder">Avro decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAvroSubjectAndIdConverter.Builder.class)
public interface AvroSubjectAndIdConverter extends SpecObject {

    @JsonProperty("type")
    default String type() {
        return "avro_1124";
    }

    String topic();

    static AvroSubjectAndIdConverter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAvroSubjectAndIdConverter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAvroSubjectAndIdConverter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link AvroSubjectAndIdConverter}. */
    interface Builder extends SpecBuilder<AvroSubjectAndIdConverter, Builder> {

        /** The topic. Required. */
        Builder topic(String topic);

        @Override
        default AvroSubjectAndIdConverter build() {
            return Specs.complete(((ImmutableAvroSubjectAndIdConverter.Builder) this).partial());
        }
    }
}
