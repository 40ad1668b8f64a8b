package io.druidingest.testkit.internal.fake;

import java.time.Duration;
import java.time.Instant;

/**
 * What the Coordinator does once a minute: it marks unused what rules drop and, once it has led for a quarter of an hour,
 * what newer segments hide that are served. It runs only as long as there may be something to do.
 */
final class Coordinator {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration UNTIL_IT_TRUSTS_WHAT_IT_SEES = Duration.ofMinutes(15);

    private final World world;
    private final Leadership leadership;
    private final SegmentState segments;
    private final RuleState rules;
    private boolean planned;

    Coordinator(World world, Leadership leadership, SegmentState segments, RuleState rules) {
        this.world = world;
        this.leadership = leadership;
        this.segments = segments;
        this.rules = rules;
        segments.onChange(this::plan);
        rules.onChange(this::plan);
    }

    private void plan() {
        if (!planned) {
            planned = true;
            world.later(PERIOD.minusNanos(world.elapsed().toNanos() % PERIOD.toNanos()), this::run);
        }
    }

    private void run() {
        planned = false;
        Instant now = world.now();
        Cover used = segments.used();
        segments.retire(s -> !used.hides(s) && rules.drop(s, now), "is dropped by a rule");
        if (leadership.ledFor().compareTo(UNTIL_IT_TRUSTS_WHAT_IT_SEES) >= 0) {
            segments.retire(segments.served()::hides, "is hidden");
        }
        if (segments.dataSources().stream().anyMatch(rules::mayDrop) || segments.anyHidden()) {
            plan();
        }
    }
}
