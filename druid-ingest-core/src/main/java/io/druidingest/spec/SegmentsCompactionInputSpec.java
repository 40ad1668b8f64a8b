package io.druidingest.spec;

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
 * Segments by their ids, which are all that is in their interval.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/manual-compaction">manual compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSegmentsCompactionInputSpec.Builder.class)
public interface SegmentsCompactionInputSpec extends CompactionInputSpec {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "segments";
    }

    List<String> segments();

    static SegmentsCompactionInputSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSegmentsCompactionInputSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSegmentsCompactionInputSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (segments().isEmpty()) {
            at.at("segments").report(Rules.NOTHING_TO_READ, "is empty; name the segments to compact");
        }
        for (int i = 0; i < segments().size(); i++) {
            if (!segments().get(i).matches("(?s).+_-?\\d{4,}-[^_]+_-?\\d{4,}-[^_]+_.+")) {
                at.at("segments")
                        .at(i)
                        .report(Rules.MALFORMED, "is no segment id; write datasource_start_end_version, as Druid does");
            }
        }
    }

    /** Makes a {@link SegmentsCompactionInputSpec}. */
    interface Builder extends SpecBuilder<SegmentsCompactionInputSpec, Builder> {

        /** The ids of segments. At least one. */
        Builder segments(Iterable<String> segments);

        /** The same, listed. */
        default Builder segments(String... segments) {
            return segments(Arrays.asList(segments));
        }

        @Override
        default SegmentsCompactionInputSpec build() {
            return Specs.complete(((ImmutableSegmentsCompactionInputSpec.Builder) this).partial());
        }
    }
}
