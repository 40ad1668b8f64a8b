package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.OneSided;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Does nothing, for a while. For tests of a cluster.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks">tasks</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableNoopTask.Builder.class)
public interface NoopTask extends Task {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "noop";
    }

    @Nullable String groupId();

    @Override
    @DruidDefault("\"none\"")
    @Nullable String dataSource();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("2500")
    @Nullable Duration runTime();

    @OneSided
    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @Nullable Duration isReadyTime();

    static NoopTask of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableNoopTask.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableNoopTask.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Task.super.check(at);
        Amounts.notNegative(runTime(), at.at("runTime"));
    }

    /** Makes a {@link NoopTask}. */
    interface Builder extends Task.Builder<NoopTask, Builder> {

        /** The group. Druid's default: as the id. */
        Builder groupId(@Nullable String groupId);

        /** The datasource that it stands for. Druid's default: {@code none}. */
        Builder dataSource(@Nullable String dataSource);

        /** How long it runs. Written as milliseconds. Druid's default: 2.5 s. */
        Builder runTime(@Nullable Duration runTime);

        /** The same, in milliseconds. */
        default Builder runTime(long millis) {
            return runTime(Duration.ofMillis(millis));
        }

        /** Read by Druid, and of no effect. Written as milliseconds. */
        Builder isReadyTime(@Nullable Duration isReadyTime);

        /** The same, in milliseconds. */
        default Builder isReadyTime(long millis) {
            return isReadyTime(Duration.ofMillis(millis));
        }

        @Override
        default NoopTask build() {
            return Specs.valid(((ImmutableNoopTask.Builder) this).partial());
        }
    }
}
