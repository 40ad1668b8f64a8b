package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.BatchSegmentWriting;
import io.druidingest.tuning.SubTasking;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * How compaction tasks work.
 *
 * @see <a href="https://druid.apache.org/docs/latest/configuration/#automatic-compaction-tuningconfig">tuningConfig</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds("forceGuaranteedRollup")
@JsonDeserialize(builder = ImmutableUserCompactionTuningConfig.Builder.class)
public interface UserCompactionTuningConfig extends BatchSegmentWriting, SubTasking {

    /** Druid says so of each, and heeds nothing else. */
    @JsonProperty("type")
    default String type() {
        return "index_parallel";
    }

    static UserCompactionTuningConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUserCompactionTuningConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUserCompactionTuningConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        BatchSegmentWriting.super.check(at);
        SubTasking.super.check(at);
    }

    /** Makes an {@link UserCompactionTuningConfig}. */
    interface Builder
            extends BatchSegmentWriting.Builder<UserCompactionTuningConfig, Builder>,
                    SubTasking.Builder<UserCompactionTuningConfig, Builder> {

        @Override
        default UserCompactionTuningConfig build() {
            return Specs.complete(((ImmutableUserCompactionTuningConfig.Builder) this).partial());
        }
    }
}
