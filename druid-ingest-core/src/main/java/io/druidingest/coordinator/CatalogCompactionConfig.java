package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.coordinator.internal.MsqCompaction;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a datasource is compacted, as Druid's catalog tells. Since Druid 33.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCatalogCompactionConfig.Builder.class)
public interface CatalogCompactionConfig extends CompactionConfig {

    @Override
    @JsonProperty("type")
    default String type() {
        return "catalog";
    }

    @Nullable CompactionEngine engine();

    @DruidDefault("\"P1D\"")
    @Nullable IsoPeriod skipOffsetFromLatest();

    static CatalogCompactionConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCatalogCompactionConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCatalogCompactionConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        CompactionConfig.super.check(at);
        if (CompactionEngine.MSQ.equals(engine())) {
            MsqCompaction.checkTasks(taskContext(), at.at("taskContext"));
        }
    }

    /** Makes a {@link CatalogCompactionConfig}. */
    interface Builder extends CompactionConfig.Builder<CatalogCompactionConfig, Builder> {

        /** What runs the tasks. Druid's default: what the cluster is set to. Since Druid 31. */
        Builder engine(@Nullable CompactionEngine engine);

        /**
         * How much of the newest time is left alone, counted back from the end of the newest segment. Druid's default:
         * {@code P1D}.
         */
        Builder skipOffsetFromLatest(@Nullable IsoPeriod skipOffsetFromLatest);

        /** The same, as text, for example {@code P1D}. */
        default Builder skipOffsetFromLatest(String skipOffsetFromLatest) {
            return skipOffsetFromLatest(IsoPeriod.of(skipOffsetFromLatest));
        }

        @Override
        default CatalogCompactionConfig build() {
            return Specs.valid(((ImmutableCatalogCompactionConfig.Builder) this).partial());
        }
    }
}
