package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column as something reads it: as it is, renamed, or with its values changed. In JSON, bare text is a column as it
 * is; a type that Druid does not know it silently takes for that, too.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs">dimension specs</a>
 */
@Family(
        value = {
            @Variant(id = "default", type = DefaultDimensionSpec.class),
            @Variant(id = "extraction", type = ExtractionDimensionSpec.class),
            @Variant(id = "lookup", type = LookupDimensionSpec.class),
            @Variant(id = "listFiltered", type = ListFilteredDimensionSpec.class),
            @Variant(id = "regexFiltered", type = RegexFilteredDimensionSpec.class),
            @Variant(id = "prefixFiltered", type = PrefixFilteredDimensionSpec.class),
        },
        unknown = UnknownDimensionSpec.class,
        absent = "default",
        text = "dimension")
public interface DimensionSpec extends SpecObject {

    /** The type id. */
    String type();

    /** The column that it reads; empty where this version of the library cannot tell. */
    default String reads() {
        return SpecJson.tree(this).findPath("dimension").asText();
    }

    /** The column as it is. */
    static DimensionSpec column(String dimension) {
        return DefaultDimensionSpec.of(b -> b.dimension(dimension));
    }

    /** The same, renamed or of another type. */
    static DimensionSpec column(String dimension, UnaryOperator<DefaultDimensionSpec.Builder> more) {
        return DefaultDimensionSpec.of(b -> more.apply(b.dimension(dimension)));
    }

    /** The column with its values changed. */
    static DimensionSpec extraction(String dimension, ExtractionFn extractionFn) {
        return ExtractionDimensionSpec.of(b -> b.dimension(dimension).extractionFn(extractionFn));
    }

    /** The same, with more to say. */
    static DimensionSpec extraction(
            String dimension, ExtractionFn extractionFn, UnaryOperator<ExtractionDimensionSpec.Builder> more) {
        return ExtractionDimensionSpec.of(b -> more.apply(b.dimension(dimension).extractionFn(extractionFn)));
    }

    /** The column with its values looked up in the {@code lookup} or {@code name} that is set. */
    static DimensionSpec lookup(String dimension, String outputName, UnaryOperator<LookupDimensionSpec.Builder> more) {
        return LookupDimensionSpec.of(b -> more.apply(b.dimension(dimension).outputName(outputName)));
    }

    /** A multi-value column of just these values. */
    static DimensionSpec listFiltered(DimensionSpec delegate, @Nullable String... values) {
        return ListFilteredDimensionSpec.of(b -> b.delegate(delegate).values(values));
    }

    /** The same, with more to say. */
    static DimensionSpec listFiltered(DimensionSpec delegate, UnaryOperator<ListFilteredDimensionSpec.Builder> more) {
        return ListFilteredDimensionSpec.of(b -> more.apply(b.delegate(delegate)));
    }

    /** A multi-value column of the values that the regular expression matches whole. */
    static DimensionSpec regexFiltered(DimensionSpec delegate, String pattern) {
        return RegexFilteredDimensionSpec.of(b -> b.delegate(delegate).pattern(pattern));
    }

    /** A multi-value column of the values that begin so. */
    static DimensionSpec prefixFiltered(DimensionSpec delegate, String prefix) {
        return PrefixFilteredDimensionSpec.of(b -> b.delegate(delegate).prefix(prefix));
    }
}
