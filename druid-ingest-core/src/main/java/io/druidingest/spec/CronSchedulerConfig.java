package io.druidingest.spec;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;

/**
 * When a scheduled batch starts. Times are UTC.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor">supervisors</a>
 */
@Family(
        value = {
            @Variant(id = "unix", type = CronExpressionSchedulerConfig.class),
            @Variant(id = "quartz", type = CronExpressionSchedulerConfig.class),
        },
        unknown = UnknownCronSchedulerConfig.class)
public interface CronSchedulerConfig extends SpecObject {

    /** The type id. */
    String type();

    /** Minute, hour, day, month and weekday, for example {@code 0 1 * * *}; or {@code @daily} and the like. */
    static CronSchedulerConfig unix(String schedule) {
        return CronExpressionSchedulerConfig.of(b -> b.type("unix").schedule(schedule));
    }

    /** Second, minute, hour, day, month, weekday and perhaps year, for example {@code 0 0 1 * * ?}. */
    static CronSchedulerConfig quartz(String schedule) {
        return CronExpressionSchedulerConfig.of(b -> b.type("quartz").schedule(schedule));
    }
}
