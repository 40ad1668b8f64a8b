package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Interval;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An interval of a datasource that may be compacted.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCompactionCandidate.Builder.class)
public interface CompactionCandidate extends SpecObject {

    String datasource();

    Interval interval();

    static CompactionCandidate of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCompactionCandidate.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCompactionCandidate.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link CompactionCandidate}. */
    interface Builder extends SpecBuilder<CompactionCandidate, Builder> {

        /** The datasource. Required. */
        Builder datasource(String datasource);

        /** The interval. Required. */
        Builder interval(Interval interval);

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder interval(String interval) {
            return interval(Interval.of(interval));
        }

        @Override
        default CompactionCandidate build() {
            return Specs.complete(((ImmutableCompactionCandidate.Builder) this).partial());
        }
    }
}
