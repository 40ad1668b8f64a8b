package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Violation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How compaction runs in the whole cluster.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableClusterCompactionConfig.Builder.class)
public interface ClusterCompactionConfig extends SpecObject {

    @DruidDefault("0.1")
    @Nullable Double compactionTaskSlotRatio();

    @DruidDefault("2147483647")
    @Nullable Integer maxCompactionTaskSlots();

    @DruidDefault("{\"type\": \"newestSegmentFirst\"}")
    @Nullable CompactionPolicy compactionPolicy();

    @DruidDefault({"false", "true"})
    @Nullable Boolean useSupervisors();

    @DruidDefault("\"native\"")
    @Nullable CompactionEngine engine();

    @DruidDefault("true")
    @Nullable Boolean storeCompactionStatePerSegment();

    static ClusterCompactionConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableClusterCompactionConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableClusterCompactionConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.notNegative(compactionTaskSlotRatio(), at.at("compactionTaskSlotRatio"));
        Amounts.notNegative(maxCompactionTaskSlots(), at.at("maxCompactionTaskSlots"));
        if (CompactionEngine.MSQ.equals(engine()) && !Boolean.TRUE.equals(useSupervisors())) {
            at.at("engine")
                    .report(Rules.MSQ_NEEDS_SUPERVISORS, "is msq, and useSupervisors is not true; set it to true");
        }
    }

    /** What Druid accepts here and users usually regret. */
    default List<Violation> warnings() {
        return Specs.warnings(this);
    }

    /** Makes a {@link ClusterCompactionConfig}. */
    interface Builder extends SpecBuilder<ClusterCompactionConfig, Builder> {

        /** The share of all task slots that compaction may take, 0 to 1. Druid's default: 0.1. */
        Builder compactionTaskSlotRatio(@Nullable Double compactionTaskSlotRatio);

        /** The same; for a literal of another type. */
        default Builder compactionTaskSlotRatio(double compactionTaskSlotRatio) {
            return compactionTaskSlotRatio(Double.valueOf(compactionTaskSlotRatio));
        }

        /** The task slots that compaction may take at most. Not negative. Druid's default: 2,147,483,647. */
        Builder maxCompactionTaskSlots(@Nullable Integer maxCompactionTaskSlots);

        /** What is compacted first. Druid's default: the newest segments. Since Druid 31. */
        Builder compactionPolicy(@Nullable CompactionPolicy compactionPolicy);

        /**
         * Whether supervisors on the Overlord compact, instead of the Coordinator. Druid's default: false; true since
         * Druid 37. Since Druid 32.
         */
        Builder useSupervisors(@Nullable Boolean useSupervisors);

        /**
         * What runs compaction where a datasource does not say. {@code MSQ} needs {@link #useSupervisors}. Druid's
         * default: {@code native}. Since Druid 32.
         */
        Builder engine(@Nullable CompactionEngine engine);

        /**
         * Whether each segment tells in full how it was made, beside a fingerprint of it. Druid's default: true. Since
         * Druid 37.
         */
        Builder storeCompactionStatePerSegment(@Nullable Boolean storeCompactionStatePerSegment);

        @Override
        default ClusterCompactionConfig build() {
            return Specs.valid(((ImmutableClusterCompactionConfig.Builder) this).partial());
        }
    }
}
