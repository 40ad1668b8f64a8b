package io.druidingest.tuning;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * How the rows of a time chunk are spread over segments.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#partitionsspec">partitionsSpec</a>
 */
@Family(
        value = {
            @Variant(id = "dynamic", type = DynamicPartitionsSpec.class),
            @Variant(id = "hashed", type = HashedPartitionsSpec.class),
            @Variant(id = "range", type = RangePartitionsSpec.class),
            @Variant(id = "single_dim", type = SingleDimPartitionsSpec.class),
            @Variant(id = "dimension", type = SingleDimPartitionsSpec.class, newer = "single_dim"),
        },
        unknown = UnknownPartitionsSpec.class,
        absent = "hashed")
public interface PartitionsSpec extends SpecObject {

    /** The type id. */
    String type();

    /** By number of rows, as they come. */
    static PartitionsSpec dynamic() {
        return dynamic(b -> b);
    }

    /** By number of rows, with more to say. */
    static PartitionsSpec dynamic(UnaryOperator<DynamicPartitionsSpec.Builder> b) {
        return DynamicPartitionsSpec.of(b);
    }

    /** By the hash of all dimensions. */
    static PartitionsSpec hashed() {
        return hashed(b -> b);
    }

    /** By hash, with more to say. */
    static PartitionsSpec hashed(UnaryOperator<HashedPartitionsSpec.Builder> b) {
        return HashedPartitionsSpec.of(b);
    }

    /** By ranges of one dimension; {@code more} says how large. */
    static PartitionsSpec range(String partitionDimension, UnaryOperator<RangePartitionsSpec.Builder> more) {
        return RangePartitionsSpec.of(b -> more.apply(b.partitionDimensions(partitionDimension)));
    }

    /** By ranges of several dimensions, the most filtered first; {@code more} says how large. */
    static PartitionsSpec range(Iterable<String> partitionDimensions, UnaryOperator<RangePartitionsSpec.Builder> more) {
        return RangePartitionsSpec.of(b -> more.apply(b.partitionDimensions(partitionDimensions)));
    }

    /** By ranges of one dimension, the form that came before {@link #range}; {@code more} says how large. */
    static PartitionsSpec singleDim(String partitionDimension, UnaryOperator<SingleDimPartitionsSpec.Builder> more) {
        return SingleDimPartitionsSpec.of(b -> more.apply(b.type("single_dim").partitionDimension(partitionDimension)));
    }
}
