package io.druidingest.schema;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import io.druidingest.query.Filter;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column that is computed as rows come in, and combined when rows are merged.
 *
 * <p>{@code longSum("added")} reads the field of the column's name; {@code longSum("sum", "added")} names both;
 * {@code longSum("sum", m -> m.expression("added * 2"))} says the rest. Where there is no factory to say the rest,
 * {@code VarianceMetric.of(..)} does.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations">aggregations</a>
 */
@Family(
        value = {
            @Variant(id = "count", type = CountMetric.class),
            @Variant(id = "longSum", type = SimpleMetric.class),
            @Variant(id = "longMin", type = SimpleMetric.class),
            @Variant(id = "longMax", type = SimpleMetric.class),
            @Variant(id = "doubleSum", type = SimpleMetric.class),
            @Variant(id = "doubleMin", type = SimpleMetric.class),
            @Variant(id = "doubleMax", type = SimpleMetric.class),
            @Variant(id = "floatSum", type = SimpleMetric.class),
            @Variant(id = "floatMin", type = SimpleMetric.class),
            @Variant(id = "floatMax", type = SimpleMetric.class),
            @Variant(id = "longFirst", type = FirstLastMetric.class),
            @Variant(id = "longLast", type = FirstLastMetric.class),
            @Variant(id = "doubleFirst", type = FirstLastMetric.class),
            @Variant(id = "doubleLast", type = FirstLastMetric.class),
            @Variant(id = "floatFirst", type = FirstLastMetric.class),
            @Variant(id = "floatLast", type = FirstLastMetric.class),
            @Variant(id = "stringFirst", type = StringFirstLastMetric.class),
            @Variant(id = "stringLast", type = StringFirstLastMetric.class),
            @Variant(id = "longAny", type = FieldMetric.class),
            @Variant(id = "doubleAny", type = FieldMetric.class),
            @Variant(id = "floatAny", type = FieldMetric.class),
            @Variant(id = "stringAny", type = StringAnyMetric.class),
            @Variant(id = "doubleMean", type = FieldMetric.class),
            @Variant(id = "hyperUnique", type = HyperUniqueMetric.class),
            @Variant(id = "cardinality", type = CardinalityMetric.class),
            @Variant(id = "filtered", type = FilteredMetric.class),
            @Variant(id = "expression", type = ExpressionMetric.class),
            @Variant(id = "grouping", type = GroupingMetric.class),
            @Variant(id = "histogram", type = HistogramMetric.class),
            @Variant(id = "javascript", type = JavascriptMetric.class),
            @Variant(id = "singleValue", type = SingleValueMetric.class),
            @Variant(id = "HLLSketchBuild", type = HllSketchMetric.class),
            @Variant(id = "HLLSketchMerge", type = HllSketchMetric.class),
            @Variant(id = "HLLSketch", type = HllSketchMetric.class, newer = "HLLSketchMerge"),
            @Variant(id = "thetaSketch", type = ThetaSketchMetric.class),
            @Variant(id = "sketchBuild", type = SketchBuildMetric.class),
            @Variant(id = "sketchMerge", type = SketchMergeMetric.class),
            @Variant(id = "quantilesDoublesSketch", type = QuantilesDoublesSketchMetric.class),
            @Variant(id = "quantilesDoublesSketchMerge", type = QuantilesDoublesSketchMergeMetric.class),
            @Variant(id = "KllDoublesSketch", type = KllSketchMetric.class),
            @Variant(id = "KllFloatsSketch", type = KllSketchMetric.class),
            @Variant(id = "KllDoublesSketchMerge", type = KllSketchMergeMetric.class),
            @Variant(id = "KllFloatsSketchMerge", type = KllSketchMergeMetric.class),
            @Variant(id = "arrayOfDoublesSketch", type = ArrayOfDoublesSketchMetric.class),
            @Variant(id = "approxHistogram", type = ApproxHistogramMetric.class),
            @Variant(id = "approxHistogramFold", type = ApproxHistogramMetric.class),
            @Variant(id = "fixedBucketsHistogram", type = FixedBucketsHistogramMetric.class),
            @Variant(id = "variance", type = VarianceMetric.class),
            @Variant(id = "varianceFold", type = VarianceFoldMetric.class),
            @Variant(id = "bloom", type = BloomMetric.class),
            @Variant(id = "tDigestSketch", type = TDigestSketchMetric.class),
            @Variant(id = "momentSketch", type = MomentSketchMetric.class),
            @Variant(id = "momentSketchMerge", type = MomentSketchMergeMetric.class),
            @Variant(id = "compressedBigDecimalSum", type = CompressedBigDecimalMetric.class),
            @Variant(id = "compressedBigDecimalMin", type = CompressedBigDecimalMetric.class),
            @Variant(id = "compressedBigDecimalMax", type = CompressedBigDecimalMetric.class),
            @Variant(id = "ddSketch", type = DdSketchMetric.class),
            @Variant(id = "distinctCount", type = DistinctCountMetric.class),
            @Variant(id = "spectatorHistogram", type = FieldMetric.class),
            @Variant(id = "spectatorHistogramTimer", type = FieldMetric.class),
            @Variant(id = "spectatorHistogramDistribution", type = FieldMetric.class),
            @Variant(id = "timeMin", type = FieldMetric.class),
            @Variant(id = "timeMax", type = FieldMetric.class),
            @Variant(id = "Bitmap64ExactCountBuild", type = FieldMetric.class),
            @Variant(id = "Bitmap64ExactCountMerge", type = FieldMetric.class),
        },
        unknown = UnknownMetric.class)
public interface Metric extends SpecObject {

    /** The type id. */
    String type();

    /** The column; null where a {@code filtered} metric leaves that to the metric in it. */
    @Nullable String name();

    /** The column, whoever names it; empty where nobody does. */
    default String column() {
        String name = name();
        return name == null ? "" : name;
    }

    /** The number of input rows. */
    static Metric count(String name) {
        return CountMetric.of(b -> b.name(name));
    }

    /** The sum of 64-bit integers, read from the field of the column's name. */
    static Metric longSum(String name) {
        return longSum(name, name);
    }

    /** The same, read from another field. */
    static Metric longSum(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("longSum").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric longSum(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("longSum").name(name)));
    }

    /** The least of 64-bit integers, read from the field of the column's name. */
    static Metric longMin(String name) {
        return longMin(name, name);
    }

    /** The same, read from another field. */
    static Metric longMin(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("longMin").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric longMin(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("longMin").name(name)));
    }

    /** The greatest of 64-bit integers, read from the field of the column's name. */
    static Metric longMax(String name) {
        return longMax(name, name);
    }

    /** The same, read from another field. */
    static Metric longMax(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("longMax").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric longMax(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("longMax").name(name)));
    }

    /** The sum of 64-bit floating point numbers, read from the field of the column's name. */
    static Metric doubleSum(String name) {
        return doubleSum(name, name);
    }

    /** The same, read from another field. */
    static Metric doubleSum(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("doubleSum").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric doubleSum(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("doubleSum").name(name)));
    }

    /** The least of 64-bit floating point numbers, read from the field of the column's name. */
    static Metric doubleMin(String name) {
        return doubleMin(name, name);
    }

    /** The same, read from another field. */
    static Metric doubleMin(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("doubleMin").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric doubleMin(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("doubleMin").name(name)));
    }

    /** The greatest of 64-bit floating point numbers, read from the field of the column's name. */
    static Metric doubleMax(String name) {
        return doubleMax(name, name);
    }

    /** The same, read from another field. */
    static Metric doubleMax(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("doubleMax").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric doubleMax(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("doubleMax").name(name)));
    }

    /** The sum of 32-bit floating point numbers, read from the field of the column's name. */
    static Metric floatSum(String name) {
        return floatSum(name, name);
    }

    /** The same, read from another field. */
    static Metric floatSum(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("floatSum").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric floatSum(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("floatSum").name(name)));
    }

    /** The least of 32-bit floating point numbers, read from the field of the column's name. */
    static Metric floatMin(String name) {
        return floatMin(name, name);
    }

    /** The same, read from another field. */
    static Metric floatMin(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("floatMin").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric floatMin(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("floatMin").name(name)));
    }

    /** The greatest of 32-bit floating point numbers, read from the field of the column's name. */
    static Metric floatMax(String name) {
        return floatMax(name, name);
    }

    /** The same, read from another field. */
    static Metric floatMax(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("floatMax").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric floatMax(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("floatMax").name(name)));
    }

    /** The first by time of 64-bit integers. */
    static Metric longFirst(String name, String fieldName) {
        return FirstLastMetric.of(b -> b.type("longFirst").name(name).fieldName(fieldName));
    }

    /** The last by time of 64-bit integers. */
    static Metric longLast(String name, String fieldName) {
        return FirstLastMetric.of(b -> b.type("longLast").name(name).fieldName(fieldName));
    }

    /** The first by time of 64-bit floating point numbers. */
    static Metric doubleFirst(String name, String fieldName) {
        return FirstLastMetric.of(b -> b.type("doubleFirst").name(name).fieldName(fieldName));
    }

    /** The last by time of 64-bit floating point numbers. */
    static Metric doubleLast(String name, String fieldName) {
        return FirstLastMetric.of(b -> b.type("doubleLast").name(name).fieldName(fieldName));
    }

    /** The first by time of 32-bit floating point numbers. */
    static Metric floatFirst(String name, String fieldName) {
        return FirstLastMetric.of(b -> b.type("floatFirst").name(name).fieldName(fieldName));
    }

    /** The last by time of 32-bit floating point numbers. */
    static Metric floatLast(String name, String fieldName) {
        return FirstLastMetric.of(b -> b.type("floatLast").name(name).fieldName(fieldName));
    }

    /** The first text by time. */
    static Metric stringFirst(String name, String fieldName) {
        return StringFirstLastMetric.of(b -> b.type("stringFirst").name(name).fieldName(fieldName));
    }

    /** The last text by time. */
    static Metric stringLast(String name, String fieldName) {
        return StringFirstLastMetric.of(b -> b.type("stringLast").name(name).fieldName(fieldName));
    }

    /** Any one of 64-bit integers; not with rollup. */
    static Metric longAny(String name, String fieldName) {
        return FieldMetric.of(b -> b.type("longAny").name(name).fieldName(fieldName));
    }

    /** Any one of 64-bit floating point numbers; not with rollup. */
    static Metric doubleAny(String name, String fieldName) {
        return FieldMetric.of(b -> b.type("doubleAny").name(name).fieldName(fieldName));
    }

    /** Any one of 32-bit floating point numbers; not with rollup. */
    static Metric floatAny(String name, String fieldName) {
        return FieldMetric.of(b -> b.type("floatAny").name(name).fieldName(fieldName));
    }

    /** What a Druid expression makes of rows, started and folded as {@code more} says; not with rollup. */
    static Metric expression(String name, UnaryOperator<ExpressionMetric.Builder> more) {
        return ExpressionMetric.of(b -> more.apply(b.name(name)));
    }

    /** The metric, of only those rows that match. */
    static Metric filtered(Filter filter, Metric aggregator) {
        return FilteredMetric.of(b -> b.filter(filter).aggregator(aggregator));
    }

    /** A number that JavaScript computes, where Druid is told to run it. */
    static Metric javascript(String name, UnaryOperator<JavascriptMetric.Builder> more) {
        return JavascriptMetric.of(b -> more.apply(b.name(name)));
    }

    /** An estimate of the number of distinct values; {@link #hllSketchBuild} is better. */
    static Metric hyperUnique(String name, String fieldName) {
        return HyperUniqueMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** An estimate of the number of distinct values of several columns. */
    static Metric cardinality(String name, UnaryOperator<CardinalityMetric.Builder> more) {
        return CardinalityMetric.of(b -> more.apply(b.name(name)));
    }

    /** A HyperLogLog sketch of distinct values. */
    static Metric hllSketchBuild(String name, String fieldName) {
        return HllSketchMetric.of(b -> b.type("HLLSketchBuild").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric hllSketchBuild(String name, String fieldName, UnaryOperator<HllSketchMetric.Builder> more) {
        return HllSketchMetric.of(
                b -> more.apply(b.type("HLLSketchBuild").name(name).fieldName(fieldName)));
    }

    /** The same, merged from sketches. */
    static Metric hllSketchMerge(String name, String fieldName) {
        return HllSketchMetric.of(b -> b.type("HLLSketchMerge").name(name).fieldName(fieldName));
    }

    /** A theta sketch of distinct values, for unions, intersections and differences. */
    static Metric thetaSketch(String name, String fieldName) {
        return ThetaSketchMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric thetaSketch(String name, String fieldName, UnaryOperator<ThetaSketchMetric.Builder> more) {
        return ThetaSketchMetric.of(b -> more.apply(b.name(name).fieldName(fieldName)));
    }

    /** A sketch of the distribution of numbers. */
    static Metric quantilesDoublesSketch(String name, String fieldName) {
        return QuantilesDoublesSketchMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric quantilesDoublesSketch(
            String name, String fieldName, UnaryOperator<QuantilesDoublesSketchMetric.Builder> more) {
        return QuantilesDoublesSketchMetric.of(b -> more.apply(b.name(name).fieldName(fieldName)));
    }

    /** The same, merged from sketches in the field of the column's name. */
    static Metric quantilesDoublesSketchMerge(String name) {
        return QuantilesDoublesSketchMergeMetric.of(b -> b.name(name));
    }

    /** A smaller sketch of the distribution of 64-bit numbers. */
    static Metric kllDoublesSketch(String name, String fieldName) {
        return KllSketchMetric.of(b -> b.type("KllDoublesSketch").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric kllDoublesSketch(String name, String fieldName, UnaryOperator<KllSketchMetric.Builder> more) {
        return KllSketchMetric.of(
                b -> more.apply(b.type("KllDoublesSketch").name(name).fieldName(fieldName)));
    }

    /** A smaller sketch of the distribution of 32-bit numbers. */
    static Metric kllFloatsSketch(String name, String fieldName) {
        return KllSketchMetric.of(b -> b.type("KllFloatsSketch").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric kllFloatsSketch(String name, String fieldName, UnaryOperator<KllSketchMetric.Builder> more) {
        return KllSketchMetric.of(
                b -> more.apply(b.type("KllFloatsSketch").name(name).fieldName(fieldName)));
    }

    /** The same of 64-bit numbers, merged from sketches in the field of the column's name. */
    static Metric kllDoublesSketchMerge(String name) {
        return KllSketchMergeMetric.of(b -> b.type("KllDoublesSketchMerge").name(name));
    }

    /** The same of 32-bit numbers, merged from sketches in the field of the column's name. */
    static Metric kllFloatsSketchMerge(String name) {
        return KllSketchMergeMetric.of(b -> b.type("KllFloatsSketchMerge").name(name));
    }

    /** Distinct keys with numbers summed up for each. */
    static Metric arrayOfDoublesSketch(String name, String fieldName) {
        return ArrayOfDoublesSketchMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric arrayOfDoublesSketch(
            String name, String fieldName, UnaryOperator<ArrayOfDoublesSketchMetric.Builder> more) {
        return ArrayOfDoublesSketchMetric.of(b -> more.apply(b.name(name).fieldName(fieldName)));
    }

    /** A histogram of buckets of equal width, with its limits said in {@code more}. */
    static Metric fixedBucketsHistogram(String name, UnaryOperator<FixedBucketsHistogramMetric.Builder> more) {
        return FixedBucketsHistogramMetric.of(b -> more.apply(b.name(name)));
    }

    /** The variance of numbers. */
    static Metric variance(String name, String fieldName) {
        return VarianceMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** The same, folded from variances. */
    static Metric varianceFold(String name, String fieldName) {
        return VarianceFoldMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** A t-digest of the distribution of numbers. */
    static Metric tDigestSketch(String name, String fieldName) {
        return TDigestSketchMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** A moment sketch of the distribution of numbers. */
    static Metric momentSketch(String name, String fieldName) {
        return MomentSketchMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** The same, merged from sketches in the field of the column's name. */
    static Metric momentSketchMerge(String name) {
        return MomentSketchMergeMetric.of(b -> b.name(name));
    }

    /** The sum of decimal numbers, without rounding. */
    static Metric compressedBigDecimalSum(String name, String fieldName) {
        return CompressedBigDecimalMetric.of(
                b -> b.type("compressedBigDecimalSum").name(name).fieldName(fieldName));
    }

    /** The least of decimal numbers, without rounding. */
    static Metric compressedBigDecimalMin(String name, String fieldName) {
        return CompressedBigDecimalMetric.of(
                b -> b.type("compressedBigDecimalMin").name(name).fieldName(fieldName));
    }

    /** The greatest of decimal numbers, without rounding. */
    static Metric compressedBigDecimalMax(String name, String fieldName) {
        return CompressedBigDecimalMetric.of(
                b -> b.type("compressedBigDecimalMax").name(name).fieldName(fieldName));
    }

    /** A sketch of the distribution of numbers with an error relative to the value. */
    static Metric ddSketch(String name, String fieldName) {
        return DdSketchMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** The number of distinct values within a segment. */
    static Metric distinctCount(String name, String fieldName) {
        return DistinctCountMetric.of(b -> b.name(name).fieldName(fieldName));
    }

    /** A histogram of whole numbers that are not negative. */
    static Metric spectatorHistogram(String name, String fieldName) {
        return FieldMetric.of(b -> b.type("spectatorHistogram").name(name).fieldName(fieldName));
    }

    /** The first moment. */
    static Metric timeMin(String name, String fieldName) {
        return FieldMetric.of(b -> b.type("timeMin").name(name).fieldName(fieldName));
    }

    /** The last moment. */
    static Metric timeMax(String name, String fieldName) {
        return FieldMetric.of(b -> b.type("timeMax").name(name).fieldName(fieldName));
    }

    /** The distinct 64-bit integers, for their exact number. Since Druid 34. */
    static Metric bitmap64ExactCountBuild(String name, String fieldName) {
        return FieldMetric.of(b -> b.type("Bitmap64ExactCountBuild").name(name).fieldName(fieldName));
    }

    /** The same, merged. Since Druid 34. */
    static Metric bitmap64ExactCountMerge(String name, String fieldName) {
        return FieldMetric.of(b -> b.type("Bitmap64ExactCountMerge").name(name).fieldName(fieldName));
    }
}
