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
 * Which index of values a string column gets. Since Druid 36.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableStringBitmapIndexType.Builder.class)
public interface StringBitmapIndexType extends SpecObject {

    Kind type();

    /** A bitmap for each value. */
    static StringBitmapIndexType dictionaryEncodedValues() {
        return of(b -> b.type(Kind.DICTIONARY_ENCODED_VALUE_INDEX));
    }

    /** No index: smaller, and slower to filter. */
    static StringBitmapIndexType none() {
        return of(b -> b.type(Kind.NONE));
    }

    static StringBitmapIndexType of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableStringBitmapIndexType.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableStringBitmapIndexType.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** The kinds that there are. */
    final class Kind extends TypeId {

        /** A bitmap for each value. */
        public static final Kind DICTIONARY_ENCODED_VALUE_INDEX = new Kind("dictionaryEncodedValueIndex");

        /** No index: smaller, and slower to filter. */
        public static final Kind NONE = new Kind("none");

        @JsonCreator
        private Kind(String word) {
            super(word, "dictionaryEncodedValueIndex", "none");
        }
    }

    /** Makes a {@link StringBitmapIndexType}. */
    interface Builder extends SpecBuilder<StringBitmapIndexType, Builder> {

        /** The kind. Required. */
        Builder type(Kind type);

        @Override
        default StringBitmapIndexType build() {
            return Specs.complete(((ImmutableStringBitmapIndexType.Builder) this).partial());
        }
    }
}
