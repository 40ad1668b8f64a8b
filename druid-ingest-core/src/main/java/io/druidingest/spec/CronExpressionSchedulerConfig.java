package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A cron expression, of the Unix or the Quartz kind. Times are UTC.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor">supervisors</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCronExpressionSchedulerConfig.Builder.class)
public interface CronExpressionSchedulerConfig extends CronSchedulerConfig {

    String schedule();

    static CronExpressionSchedulerConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCronExpressionSchedulerConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCronExpressionSchedulerConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        CronCheck.check(type(), schedule(), at.at("schedule"));
    }

    /** Makes a {@link CronExpressionSchedulerConfig}. */
    interface Builder extends SpecBuilder<CronExpressionSchedulerConfig, Builder> {

        /** The type id: {@code unix} or {@code quartz}. Required. */
        Builder type(String type);

        /** The expression: {@code 0 1 * * *} or {@code @daily} for unix, {@code 0 0 1 * * ?} for quartz. Required. */
        Builder schedule(String schedule);

        @Override
        default CronExpressionSchedulerConfig build() {
            return Specs.complete(((ImmutableCronExpressionSchedulerConfig.Builder) this).partial());
        }
    }
}
