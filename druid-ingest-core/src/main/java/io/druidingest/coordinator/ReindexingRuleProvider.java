package io.druidingest.coordinator;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * Where the rules come from by which data is reindexed as it grows older. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction">automatic compaction</a>
 */
@Family(
        value = {
            @Variant(id = "inline", type = InlineReindexingRuleProvider.class),
            @Variant(id = "composing", type = ComposingReindexingRuleProvider.class),
        },
        unknown = UnknownReindexingRuleProvider.class)
public interface ReindexingRuleProvider extends SpecObject {

    /** The type id. */
    String type();

    /** Rules that are listed here. */
    static ReindexingRuleProvider inline(UnaryOperator<InlineReindexingRuleProvider.Builder> b) {
        return InlineReindexingRuleProvider.of(b);
    }

    /** The rules of several providers, the one that counts most first. */
    static ReindexingRuleProvider composing(ReindexingRuleProvider... providers) {
        return ComposingReindexingRuleProvider.of(b -> b.providers(providers));
    }
}
