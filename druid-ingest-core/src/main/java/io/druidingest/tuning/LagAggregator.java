package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * How the lags of the partitions of a stream become one. Druid has one way; extensions may bring others. Newer than
 * Druid 33.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor">supervisors</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLagAggregator.Builder.class)
public interface LagAggregator extends SpecObject {

    Kind type();

    static LagAggregator of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLagAggregator.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLagAggregator.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** The kinds that there are. */
    final class Kind extends TypeId {

        /** Greatest, sum and mean of the lags. Druid's default. */
        public static final Kind DEFAULT = new Kind("default");

        @JsonCreator
        private Kind(String word) {
            super(word, "default");
        }
    }

    /** Makes a {@link LagAggregator}. */
    interface Builder extends SpecBuilder<LagAggregator, Builder> {

        /** The kind. Required. */
        Builder type(Kind type);

        @Override
        default LagAggregator build() {
            return Specs.complete(((ImmutableLagAggregator.Builder) this).partial());
        }
    }
}
