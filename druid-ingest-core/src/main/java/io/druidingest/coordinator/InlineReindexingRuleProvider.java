package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Rules that are listed here.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableInlineReindexingRuleProvider.Builder.class)
public interface InlineReindexingRuleProvider extends ReindexingRuleProvider {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "inline";
    }

    List<ReindexingDataSchemaRule> dataSchemaRules();

    List<ReindexingDeletionRule> deletionRules();

    List<ReindexingIndexSpecRule> indexSpecRules();

    List<ReindexingPartitioningRule> partitioningRules();

    static InlineReindexingRuleProvider of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableInlineReindexingRuleProvider.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableInlineReindexingRuleProvider.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link InlineReindexingRuleProvider}. */
    interface Builder extends SpecBuilder<InlineReindexingRuleProvider, Builder> {

        /** What columns data has. None by default. */
        Builder dataSchemaRules(Iterable<? extends ReindexingDataSchemaRule> dataSchemaRules);

        /** The same, listed. */
        default Builder dataSchemaRules(ReindexingDataSchemaRule... dataSchemaRules) {
            return dataSchemaRules(Arrays.asList(dataSchemaRules));
        }

        /** Which rows are deleted. None by default. */
        Builder deletionRules(Iterable<? extends ReindexingDeletionRule> deletionRules);

        /** The same, listed. */
        default Builder deletionRules(ReindexingDeletionRule... deletionRules) {
            return deletionRules(Arrays.asList(deletionRules));
        }

        /** How columns are stored. None by default. */
        Builder indexSpecRules(Iterable<? extends ReindexingIndexSpecRule> indexSpecRules);

        /** The same, listed. */
        default Builder indexSpecRules(ReindexingIndexSpecRule... indexSpecRules) {
            return indexSpecRules(Arrays.asList(indexSpecRules));
        }

        /** How data is cut into segments. None by default. */
        Builder partitioningRules(Iterable<? extends ReindexingPartitioningRule> partitioningRules);

        /** The same, listed. */
        default Builder partitioningRules(ReindexingPartitioningRule... partitioningRules) {
            return partitioningRules(Arrays.asList(partitioningRules));
        }

        @Override
        default InlineReindexingRuleProvider build() {
            return Specs.complete(((ImmutableInlineReindexingRuleProvider.Builder) this).partial());
        }
    }
}
