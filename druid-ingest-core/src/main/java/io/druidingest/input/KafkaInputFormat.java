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
 * Kafka records with their key, headers, topic and timestamp. For Kafka supervisors.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#kafka">Kafka</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKafkaInputFormat.Builder.class)
public interface KafkaInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "kafka";
    }

    InputFormat valueFormat();

    @Nullable KafkaHeaderFormat headerFormat();

    @DruidDefault("\"kafka.header.\"")
    @Nullable String headerColumnPrefix();

    @Nullable InputFormat keyFormat();

    @DruidDefault("\"kafka.key\"")
    @Nullable String keyColumnName();

    @DruidDefault("\"kafka.timestamp\"")
    @Nullable String timestampColumnName();

    @DruidDefault("\"kafka.topic\"")
    @Nullable String topicColumnName();

    @DruidDefault("\"kafka.partition\"")
    @Nullable String partitionColumnName();

    @DruidDefault("\"kafka.offset\"")
    @Nullable String offsetColumnName();

    static KafkaInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKafkaInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKafkaInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        EnvelopeColumns.check(this, at);
    }

    /** Makes a {@link KafkaInputFormat}. */
    interface Builder extends SpecBuilder<KafkaInputFormat, Builder> {

        /** How the value is written. Required. */
        Builder valueFormat(InputFormat valueFormat);

        /** How headers are written. Druid's default: they are not read. */
        Builder headerFormat(@Nullable KafkaHeaderFormat headerFormat);

        /** What the names of header columns begin with. Druid's default: {@code kafka.header.}. */
        Builder headerColumnPrefix(@Nullable String headerColumnPrefix);

        /** How the key is written; its first field is taken. Druid's default: it is not read. */
        Builder keyFormat(@Nullable InputFormat keyFormat);

        /** The column of the key. Druid's default: {@code kafka.key}. */
        Builder keyColumnName(@Nullable String keyColumnName);

        /** The column of the timestamp. Druid's default: {@code kafka.timestamp}. */
        Builder timestampColumnName(@Nullable String timestampColumnName);

        /** The column of the topic. Druid's default: {@code kafka.topic}. */
        Builder topicColumnName(@Nullable String topicColumnName);

        /** The column of the partition. Druid's default: {@code kafka.partition}. Since Druid 36. */
        Builder partitionColumnName(@Nullable String partitionColumnName);

        /** The column of the offset. Druid's default: {@code kafka.offset}. Since Druid 36. */
        Builder offsetColumnName(@Nullable String offsetColumnName);

        @Override
        default KafkaInputFormat build() {
            return Specs.complete(((ImmutableKafkaInputFormat.Builder) this).partial());
        }
    }
}
