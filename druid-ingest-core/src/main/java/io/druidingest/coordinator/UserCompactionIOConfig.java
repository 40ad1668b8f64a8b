package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of segments in the way of compaction.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUserCompactionIOConfig.Builder.class)
public interface UserCompactionIOConfig extends SpecObject {

    @DruidDefault("false")
    @Nullable Boolean dropExisting();

    static UserCompactionIOConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUserCompactionIOConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUserCompactionIOConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UserCompactionIOConfig}. */
    interface Builder extends SpecBuilder<UserCompactionIOConfig, Builder> {

        /** Whether compaction replaces its whole time, also where no row is left. Druid's default: false. */
        Builder dropExisting(@Nullable Boolean dropExisting);

        @Override
        default UserCompactionIOConfig build() {
            return Specs.complete(((ImmutableUserCompactionIOConfig.Builder) this).partial());
        }
    }
}
