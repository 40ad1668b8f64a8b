package io.druidingest.tuning;

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
 * Values share what their neighbours begin with, in buckets: a smaller dictionary.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#front-coding">front coding</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFrontCodedStringEncodingStrategy.Builder.class)
public interface FrontCodedStringEncodingStrategy extends StringEncodingStrategy {

    @Override
    @JsonProperty("type")
    default String type() {
        return "frontCoded";
    }

    @DruidDefault("4")
    @Nullable Integer bucketSize();

    @DruidDefault({"0", "1"})
    @Nullable Integer formatVersion();

    static FrontCodedStringEncodingStrategy of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFrontCodedStringEncodingStrategy.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFrontCodedStringEncodingStrategy.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Integer size = bucketSize();
        if (size != null && (size < 1 || size > 128 || Integer.bitCount(size) != 1)) {
            at.at("bucketSize").report(Rules.FRONT_CODING, "is " + size + "; choose 1, 2, 4, 8, 16, 32, 64 or 128");
        }
        Integer version = formatVersion();
        if (version != null && version != 0 && version != 1) {
            at.at("formatVersion").report(Rules.FRONT_CODING, "is " + version + "; choose 0 or 1");
        }
    }

    /** Makes a {@link FrontCodedStringEncodingStrategy}. */
    interface Builder extends SpecBuilder<FrontCodedStringEncodingStrategy, Builder> {

        /** Values in one bucket. A power of two, at most 128. Druid's default: 4. */
        Builder bucketSize(@Nullable Integer bucketSize);

        /** The format: 0 or 1. Druid before 26 reads only 0. Druid's default: 0; since Druid 36 it is 1. */
        Builder formatVersion(@Nullable Integer formatVersion);

        @Override
        default FrontCodedStringEncodingStrategy build() {
            return Specs.complete(((ImmutableFrontCodedStringEncodingStrategy.Builder) this).partial());
        }
    }
}
