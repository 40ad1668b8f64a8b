package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How bitmap indexes are compressed.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableBitmapSerdeFactory.Builder.class)
public interface BitmapSerdeFactory extends SpecObject {

    @DruidDefault("\"roaring\"")
    @Nullable Kind type();

    /** Roaring. Druid's default. */
    static BitmapSerdeFactory roaring() {
        return of(b -> b.type(Kind.ROARING));
    }

    /** Concise: older, slower, sometimes smaller. */
    static BitmapSerdeFactory concise() {
        return of(b -> b.type(Kind.CONCISE));
    }

    static BitmapSerdeFactory of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableBitmapSerdeFactory.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableBitmapSerdeFactory.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** The kinds that there are. */
    final class Kind extends TypeId {

        /** Roaring. Druid's default. */
        public static final Kind ROARING = new Kind("roaring");

        /** Concise: older, slower, sometimes smaller. */
        public static final Kind CONCISE = new Kind("concise");

        @JsonCreator
        private Kind(String word) {
            super(word, "roaring", "concise");
        }
    }

    /** Makes a {@link BitmapSerdeFactory}. */
    interface Builder extends SpecBuilder<BitmapSerdeFactory, Builder> {

        /** The kind. Druid's default: {@code roaring}. */
        Builder type(@Nullable Kind type);

        @Override
        default BitmapSerdeFactory build() {
            return Specs.complete(((ImmutableBitmapSerdeFactory.Builder) this).partial());
        }
    }
}
