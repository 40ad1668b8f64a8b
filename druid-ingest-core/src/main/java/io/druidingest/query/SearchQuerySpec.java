package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * What is looked for in a text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/searchquery#searchqueryspec">search query specs</a>
 */
@Family(
        value = {
            @Variant(id = "all", type = AllSearchQuerySpec.class),
            @Variant(id = "contains", type = ContainsSearchQuerySpec.class),
            @Variant(id = "insensitive_contains", type = InsensitiveContainsSearchQuerySpec.class),
            @Variant(id = "fragment", type = FragmentSearchQuerySpec.class),
            @Variant(id = "regex", type = RegexSearchQuerySpec.class),
        },
        unknown = UnknownSearchQuerySpec.class)
public interface SearchQuerySpec extends SpecObject {

    /** The type id. */
    String type();

    /** Every value. */
    static SearchQuerySpec all() {
        return AllSearchQuerySpec.builder().build();
    }

    /** Values that hold the text, in the same case. */
    static SearchQuerySpec contains(String value) {
        return ContainsSearchQuerySpec.of(b -> b.value(value).caseSensitive(true));
    }

    /** Values that hold the text in any case. */
    static SearchQuerySpec insensitiveContains(String value) {
        return InsensitiveContainsSearchQuerySpec.of(b -> b.value(value));
    }

    /** Values that hold all these texts in any case. */
    static SearchQuerySpec fragment(String... values) {
        return FragmentSearchQuerySpec.of(b -> b.values(values));
    }

    /** The same, with more to say. */
    static SearchQuerySpec fragment(UnaryOperator<FragmentSearchQuerySpec.Builder> more) {
        return FragmentSearchQuerySpec.of(more);
    }

    /** Values in which the regular expression is found. */
    static SearchQuerySpec regex(String pattern) {
        return RegexSearchQuerySpec.of(b -> b.pattern(pattern));
    }
}
