package io.druidingest.coordinator;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * What compaction takes up first.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@Family(
        value = {
            @Variant(id = "newestSegmentFirst", type = NewestSegmentFirstCompactionPolicy.class),
            @Variant(id = "fixedIntervalOrder", type = FixedIntervalOrderCompactionPolicy.class),
            @Variant(id = "mostFragmentedFirst", type = MostFragmentedFirstCompactionPolicy.class),
        },
        unknown = UnknownCompactionPolicy.class)
public interface CompactionPolicy extends SpecObject {

    /** The type id. */
    String type();

    /** The newest segments first. Druid's default. */
    static CompactionPolicy newestSegmentFirst() {
        return newestSegmentFirst(b -> b);
    }

    /** The newest segments first, with more to say. */
    static CompactionPolicy newestSegmentFirst(UnaryOperator<NewestSegmentFirstCompactionPolicy.Builder> more) {
        return NewestSegmentFirstCompactionPolicy.of(more);
    }

    /** These and no others, in this order. */
    static CompactionPolicy fixedIntervalOrder(CompactionCandidate... eligibleCandidates) {
        return FixedIntervalOrderCompactionPolicy.of(b -> b.eligibleCandidates(eligibleCandidates));
    }

    /** Intervals with the most uncompacted small segments first. Since Druid 35. */
    static CompactionPolicy mostFragmentedFirst() {
        return mostFragmentedFirst(b -> b);
    }

    /** Intervals with the most uncompacted small segments first, with more to say. Since Druid 35. */
    static CompactionPolicy mostFragmentedFirst(UnaryOperator<MostFragmentedFirstCompactionPolicy.Builder> more) {
        return MostFragmentedFirstCompactionPolicy.of(more);
    }
}
