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
 * Intervals in a given order, and no others. For tests and repairs.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFixedIntervalOrderCompactionPolicy.Builder.class)
public interface FixedIntervalOrderCompactionPolicy extends CompactionPolicy {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "fixedIntervalOrder";
    }

    List<CompactionCandidate> eligibleCandidates();

    static FixedIntervalOrderCompactionPolicy of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFixedIntervalOrderCompactionPolicy.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFixedIntervalOrderCompactionPolicy.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link FixedIntervalOrderCompactionPolicy}. */
    interface Builder extends SpecBuilder<FixedIntervalOrderCompactionPolicy, Builder> {

        /** What is compacted, in this order. */
        Builder eligibleCandidates(Iterable<? extends CompactionCandidate> eligibleCandidates);

        /** The same, listed. */
        default Builder eligibleCandidates(CompactionCandidate... eligibleCandidates) {
            return eligibleCandidates(Arrays.asList(eligibleCandidates));
        }

        @Override
        default FixedIntervalOrderCompactionPolicy build() {
            return Specs.complete(((ImmutableFixedIntervalOrderCompactionPolicy.Builder) this).partial());
        }
    }
}
