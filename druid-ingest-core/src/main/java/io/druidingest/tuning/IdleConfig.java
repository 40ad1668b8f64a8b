package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * When a supervisor whose stream brings nothing stops its tasks. They start again with the next message.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#idle-configuration">idle configuration</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIdleConfig.Builder.class)
public interface IdleConfig extends SpecObject {

    @DruidDefault("false")
    @Nullable Boolean enabled();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @Nullable Duration inactiveAfterMillis();

    static IdleConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIdleConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIdleConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(inactiveAfterMillis(), at.at("inactiveAfterMillis"));
    }

    /** Makes an {@link IdleConfig}. */
    interface Builder extends SpecBuilder<IdleConfig, Builder> {

        /** Whether idle tasks are stopped. Druid's default: false. */
        Builder enabled(@Nullable Boolean enabled);

        /**
         * How long the stream has to bring nothing. Longer than zero. Druid's default: what the cluster is set to, 10
         * minutes unless changed. Written as milliseconds.
         */
        Builder inactiveAfterMillis(@Nullable Duration inactiveAfterMillis);

        /** The same, in milliseconds. */
        default Builder inactiveAfterMillis(long millis) {
            return inactiveAfterMillis(Duration.ofMillis(millis));
        }

        @Override
        default IdleConfig build() {
            return Specs.complete(((ImmutableIdleConfig.Builder) this).partial());
        }
    }
}
