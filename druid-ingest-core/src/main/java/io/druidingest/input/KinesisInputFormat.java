package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Kinesis records with their partition key and timestamp. For Kinesis supervisors.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#kinesis">Kinesis</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKinesisInputFormat.Builder.class)
public interface KinesisInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "kinesis";
    }

    InputFormat valueFormat();

    @DruidDefault("\"kinesis.partitionKey\"")
    @Nullable String partitionKeyColumnName();

    @DruidDefault("\"kinesis.timestamp\"")
    @Nullable String timestampColumnName();

    static KinesisInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKinesisInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKinesisInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        EnvelopeColumns.check(this, at);
    }

    /** Makes a {@link KinesisInputFormat}. */
    interface Builder extends SpecBuilder<KinesisInputFormat, Builder> {

        /** How the value is written. Required. */
        Builder valueFormat(InputFormat valueFormat);

        /** The column of the partition key. Druid's default: {@code kinesis.partitionKey}. */
        Builder partitionKeyColumnName(@Nullable String partitionKeyColumnName);

        /** The column of the time of arrival. Druid's default: {@code kinesis.timestamp}. */
        Builder timestampColumnName(@Nullable String timestampColumnName);

        @Override
        default KinesisInputFormat build() {
            return Specs.complete(((ImmutableKinesisInputFormat.Builder) this).partial());
        }
    }
}
