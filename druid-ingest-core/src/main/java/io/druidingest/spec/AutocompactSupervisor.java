package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Compacts a datasource as it grows, or reindexes it.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction#auto-compaction-using-compaction-supervisors">compaction supervisors</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAutocompactSupervisor.Builder.class)
public interface AutocompactSupervisor extends Supervisor {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "autocompact";
    }

    CompactionConfig spec();

    @Override
    @DruidDefault("false")
    @Nullable Boolean suspended();

    static AutocompactSupervisor of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAutocompactSupervisor.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAutocompactSupervisor.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default @Nullable String dataSource() {
        CompactionConfig spec = spec();
        return spec == null ? null : spec.dataSource();
    }

    /** Druid names it after its datasource. */
    @Override
    default @Nullable String supervisorId() {
        return dataSource() == null ? null : "autocompact__" + dataSource();
    }

    /** Makes an {@link AutocompactSupervisor}. */
    interface Builder extends SpecBuilder<AutocompactSupervisor, Builder> {

        /** How the datasource is compacted. The supervisor is named after the datasource. Required. */
        Builder spec(CompactionConfig spec);

        /**
         * Whether the supervisor is there but does nothing. To send a running one again with true stops it; with false,
         * or without, it goes on. Druid's default: false.
         */
        Builder suspended(@Nullable Boolean suspended);

        @Override
        default AutocompactSupervisor build() {
            return Specs.valid(((ImmutableAutocompactSupervisor.Builder) this).partial());
        }
    }
}
