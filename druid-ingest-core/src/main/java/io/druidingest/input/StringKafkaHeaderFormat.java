package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Kafka headers that are text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#kafka">Kafka</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableStringKafkaHeaderFormat.Builder.class)
public interface StringKafkaHeaderFormat extends KafkaHeaderFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "string";
    }

    @DruidDefault("\"UTF-8\"")
    @Nullable String encoding();

    static StringKafkaHeaderFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableStringKafkaHeaderFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableStringKafkaHeaderFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (encoding() != null && !EnvelopeColumns.isCharset(encoding())) {
            at.at("encoding")
                    .report(Rules.UNKNOWN_CHARSET, "\"" + encoding() + "\" is no character set; use UTF-8 or another");
        }
    }

    /** Makes a {@link StringKafkaHeaderFormat}. */
    interface Builder extends SpecBuilder<StringKafkaHeaderFormat, Builder> {

        /** The character set. Druid's default: {@code UTF-8}. */
        Builder encoding(@Nullable String encoding);

        @Override
        default StringKafkaHeaderFormat build() {
            return Specs.complete(((ImmutableStringKafkaHeaderFormat.Builder) this).partial());
        }
    }
}
