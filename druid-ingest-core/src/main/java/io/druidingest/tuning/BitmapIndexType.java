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
 * Which index of numbers a nested column gets. Since Druid 36.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableBitmapIndexType.Builder.class)
public interface BitmapIndexType extends SpecObject {

    Kind type();

    /** A bitmap for each value. */
    static BitmapIndexType dictionaryEncodedValues() {
        return of(b -> b.type(Kind.DICTIONARY_ENCODED_VALUE_INDEX));
    }

    /** A bitmap of what is null, and none of values: smaller. */
    static BitmapIndexType nullValues() {
        return of(b -> b.type(Kind.NULL_VALUE_INDEX));
    }

    static BitmapIndexType of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableBitmapIndexType.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableBitmapIndexType.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** The kinds that there are. */
    final class Kind extends TypeId {

        /** A bitmap for each value. */
        public static final Kind DICTIONARY_ENCODED_VALUE_INDEX = new Kind("dictionaryEncodedValueIndex");

        /** A bitmap of what is null, and none of values: smaller. */
        public static final Kind NULL_VALUE_INDEX = new Kind("nullValueIndex");

        @JsonCreator
        private Kind(String word) {
            super(word, "dictionaryEncodedValueIndex", "nullValueIndex");
        }
    }

    /** Makes a {@link BitmapIndexType}. */
    interface Builder extends SpecBuilder<BitmapIndexType, Builder> {

        /** The kind. Required. */
        Builder type(Kind type);

        @Override
        default BitmapIndexType build() {
            return Specs.complete(((ImmutableBitmapIndexType.Builder) this).partial());
        }
    }
}
