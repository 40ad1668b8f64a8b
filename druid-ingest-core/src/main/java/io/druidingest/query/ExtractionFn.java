package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * What is made of the values of a column.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#extraction-functions">extraction functions</a>
 */
@Family(
        value = {
            @Variant(id = "identity", type = SimpleExtractionFn.class),
            @Variant(id = "strlen", type = SimpleExtractionFn.class),
            @Variant(id = "lower", type = CaseExtractionFn.class),
            @Variant(id = "upper", type = CaseExtractionFn.class),
            @Variant(id = "bucket", type = BucketExtractionFn.class),
            @Variant(id = "cascade", type = CascadeExtractionFn.class),
            @Variant(id = "javascript", type = JavascriptExtractionFn.class),
            @Variant(id = "lookup", type = LookupExtractionFn.class),
            @Variant(id = "registeredLookup", type = RegisteredLookupExtractionFn.class),
            @Variant(id = "partial", type = PartialExtractionFn.class),
            @Variant(id = "regex", type = RegexExtractionFn.class),
            @Variant(id = "searchQuery", type = SearchQueryExtractionFn.class),
            @Variant(id = "stringFormat", type = StringFormatExtractionFn.class),
            @Variant(id = "substring", type = SubstringExtractionFn.class),
            @Variant(id = "time", type = TimeExtractionFn.class),
            @Variant(id = "timeFormat", type = TimeFormatExtractionFn.class),
        },
        unknown = UnknownExtractionFn.class)
public interface ExtractionFn extends SpecObject {

    /** The type id. */
    String type();

    /** As it is. */
    static ExtractionFn identity() {
        return SimpleExtractionFn.of(b -> b.type("identity"));
    }

    /** Its length. */
    static ExtractionFn strlen() {
        return SimpleExtractionFn.of(b -> b.type("strlen"));
    }

    /** In lower case. */
    static ExtractionFn lower() {
        return CaseExtractionFn.of(b -> b.type("lower"));
    }

    /** The same, by the rules of a language such as {@code fr}. */
    static ExtractionFn lower(String locale) {
        return CaseExtractionFn.of(b -> b.type("lower").locale(locale));
    }

    /** In upper case. */
    static ExtractionFn upper() {
        return CaseExtractionFn.of(b -> b.type("upper"));
    }

    /** The same, by the rules of a language such as {@code fr}. */
    static ExtractionFn upper(String locale) {
        return CaseExtractionFn.of(b -> b.type("upper").locale(locale));
    }

    /** A number, rounded down to a multiple of the size. */
    static ExtractionFn bucket(double size) {
        return BucketExtractionFn.of(b -> b.size(size));
    }

    /** The same, with buckets that begin elsewhere than at 0. */
    static ExtractionFn bucket(double size, double offset) {
        return BucketExtractionFn.of(b -> b.size(size).offset(offset));
    }

    /** One function after another. At least one. */
    static ExtractionFn cascade(ExtractionFn... extractionFns) {
        return CascadeExtractionFn.of(b -> b.extractionFns(extractionFns));
    }

    /** What the JavaScript function says. Druid runs none unless configured to. */
    static ExtractionFn javascript(String function) {
        return JavascriptExtractionFn.of(b -> b.function(function));
    }

    /** The same, with more to say. */
    static ExtractionFn javascript(String function, UnaryOperator<JavascriptExtractionFn.Builder> more) {
        return JavascriptExtractionFn.of(b -> more.apply(b.function(function)));
    }

    /** What is found in the map. */
    static ExtractionFn lookup(LookupExtractor lookup) {
        return LookupExtractionFn.of(b -> b.lookup(lookup));
    }

    /** The same, with more to say. */
    static ExtractionFn lookup(LookupExtractor lookup, UnaryOperator<LookupExtractionFn.Builder> more) {
        return LookupExtractionFn.of(b -> more.apply(b.lookup(lookup)));
    }

    /** What is found in the lookup of that name, which Druid has loaded. */
    static ExtractionFn registeredLookup(String lookup) {
        return RegisteredLookupExtractionFn.of(b -> b.lookup(lookup));
    }

    /** The same, with more to say. */
    static ExtractionFn registeredLookup(String lookup, UnaryOperator<RegisteredLookupExtractionFn.Builder> more) {
        return RegisteredLookupExtractionFn.of(b -> more.apply(b.lookup(lookup)));
    }

    /** The value if the regular expression is found in it, else null. */
    static ExtractionFn partial(String expr) {
        return PartialExtractionFn.of(b -> b.expr(expr));
    }

    /** What the first group of the regular expression finds. */
    static ExtractionFn regex(String expr) {
        return RegexExtractionFn.of(b -> b.expr(expr));
    }

    /** The same, with more to say. */
    static ExtractionFn regex(String expr, UnaryOperator<RegexExtractionFn.Builder> more) {
        return RegexExtractionFn.of(b -> more.apply(b.expr(expr)));
    }

    /** The value if this is found in it, else null. */
    static ExtractionFn searchQuery(SearchQuerySpec query) {
        return SearchQueryExtractionFn.of(b -> b.query(query));
    }

    /** The value put into a text, for example {@code [%s]}. */
    static ExtractionFn stringFormat(String format) {
        return StringFormatExtractionFn.of(b -> b.format(format));
    }

    /** The same, with more to say. */
    static ExtractionFn stringFormat(String format, UnaryOperator<StringFormatExtractionFn.Builder> more) {
        return StringFormatExtractionFn.of(b -> more.apply(b.format(format)));
    }

    /** The text from there; the first character is 0. */
    static ExtractionFn substring(int index) {
        return SubstringExtractionFn.of(b -> b.index(index));
    }

    /** The same, of so many characters at most. */
    static ExtractionFn substring(int index, int length) {
        return SubstringExtractionFn.of(b -> b.index(index).length(length));
    }

    /** A time in another form. */
    static ExtractionFn time(String timeFormat, String resultFormat) {
        return TimeExtractionFn.of(b -> b.timeFormat(timeFormat).resultFormat(resultFormat));
    }

    /** The same, with more to say. */
    static ExtractionFn time(String timeFormat, String resultFormat, UnaryOperator<TimeExtractionFn.Builder> more) {
        return TimeExtractionFn.of(b -> more.apply(b.timeFormat(timeFormat).resultFormat(resultFormat)));
    }

    /** A moment, written by a Joda-Time pattern. */
    static ExtractionFn timeFormat(String format) {
        return TimeFormatExtractionFn.of(b -> b.format(format));
    }

    /** The same, with more to say. */
    static ExtractionFn timeFormat(String format, UnaryOperator<TimeFormatExtractionFn.Builder> more) {
        return TimeFormatExtractionFn.of(b -> more.apply(b.format(format)));
    }
}
