package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The rules of several providers; for each kind of rule, the first provider that has any.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableComposingReindexingRuleProvider.Builder.class)
public interface ComposingReindexingRuleProvider extends ReindexingRuleProvider {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "composing";
    }

    List<ReindexingRuleProvider> providers();

    static ComposingReindexingRuleProvider of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableComposingReindexingRuleProvider.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableComposingReindexingRuleProvider.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (providers().isEmpty()) {
            at.at("providers").report(Rules.EMPTY_LIST, "is empty; name at least one provider");
        }
    }

    /** Makes a {@link ComposingReindexingRuleProvider}. */
    interface Builder extends SpecBuilder<ComposingReindexingRuleProvider, Builder> {

        /** The providers, the one that counts most first. At least one, or no rule is left. */
        Builder providers(Iterable<? extends ReindexingRuleProvider> providers);

        /** The same, listed. */
        default Builder providers(ReindexingRuleProvider... providers) {
            return providers(Arrays.asList(providers));
        }

        @Override
        default ComposingReindexingRuleProvider build() {
            return Specs.complete(((ImmutableComposingReindexingRuleProvider.Builder) this).partial());
        }
    }
}
