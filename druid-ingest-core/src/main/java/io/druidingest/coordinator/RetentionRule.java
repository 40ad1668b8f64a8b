package io.druidingest.coordinator;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * Which segments are loaded, and where. Of a list of rules, the first that fits a segment counts.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/rule-configuration">retention rules</a>
 */
@Family(
        value = {
            @Variant(id = "loadForever", type = LoadForeverRule.class),
            @Variant(id = "loadByPeriod", type = LoadByPeriodRule.class),
            @Variant(id = "loadByInterval", type = LoadByIntervalRule.class),
            @Variant(id = "dropForever", type = ForeverRule.class),
            @Variant(id = "dropByPeriod", type = PeriodRule.class),
            @Variant(id = "dropByInterval", type = IntervalRule.class),
            @Variant(id = "dropBeforeByPeriod", type = DropBeforeByPeriodRule.class),
            @Variant(id = "broadcastForever", type = ForeverRule.class),
            @Variant(id = "broadcastByPeriod", type = PeriodRule.class),
            @Variant(id = "broadcastByInterval", type = IntervalRule.class),
        },
        unknown = UnknownRetentionRule.class)
public interface RetentionRule extends SpecObject {

    /** The type id. */
    String type();

    /** All segments are loaded, in two replicas. */
    static RetentionRule loadForever() {
        return loadForever(b -> b);
    }

    /** All segments are loaded; {@code more} says where. */
    static RetentionRule loadForever(UnaryOperator<LoadForeverRule.Builder> more) {
        return LoadForeverRule.of(more);
    }

    /** Segments of the last time are loaded, for example {@code P1M}. */
    static RetentionRule loadByPeriod(String period) {
        return loadByPeriod(period, b -> b);
    }

    /** Segments of the last time are loaded; {@code more} says where. */
    static RetentionRule loadByPeriod(String period, UnaryOperator<LoadByPeriodRule.Builder> more) {
        return LoadByPeriodRule.of(b -> more.apply(b.period(period)));
    }

    /** Segments of an interval are loaded, for example {@code 2026-01-01/2026-02-01}. */
    static RetentionRule loadByInterval(String interval) {
        return loadByInterval(interval, b -> b);
    }

    /** Segments of an interval are loaded; {@code more} says where. */
    static RetentionRule loadByInterval(String interval, UnaryOperator<LoadByIntervalRule.Builder> more) {
        return LoadByIntervalRule.of(b -> more.apply(b.interval(interval)));
    }

    /** All segments are dropped from the cluster; deep storage keeps them. */
    static RetentionRule dropForever() {
        return ForeverRule.of(b -> b.type("dropForever"));
    }

    /** Segments of the last time are dropped. */
    static RetentionRule dropByPeriod(String period) {
        return dropByPeriod(period, b -> b);
    }

    /** Segments of the last time are dropped, with more to say. */
    static RetentionRule dropByPeriod(String period, UnaryOperator<PeriodRule.Builder> more) {
        return PeriodRule.of(b -> more.apply(b.type("dropByPeriod").period(period)));
    }

    /** Segments of an interval are dropped. */
    static RetentionRule dropByInterval(String interval) {
        return IntervalRule.of(b -> b.type("dropByInterval").interval(interval));
    }

    /** Segments that are older than the period are dropped. */
    static RetentionRule dropBeforeByPeriod(String period) {
        return DropBeforeByPeriodRule.of(b -> b.period(period));
    }

    /** All segments are loaded by every server. */
    static RetentionRule broadcastForever() {
        return ForeverRule.of(b -> b.type("broadcastForever"));
    }

    /** Segments of the last time are loaded by every server. */
    static RetentionRule broadcastByPeriod(String period) {
        return broadcastByPeriod(period, b -> b);
    }

    /** Segments of the last time are loaded by every server, with more to say. */
    static RetentionRule broadcastByPeriod(String period, UnaryOperator<PeriodRule.Builder> more) {
        return PeriodRule.of(b -> more.apply(b.type("broadcastByPeriod").period(period)));
    }

    /** Segments of an interval are loaded by every server. */
    static RetentionRule broadcastByInterval(String interval) {
        return IntervalRule.of(b -> b.type("broadcastByInterval").interval(interval));
    }
}
