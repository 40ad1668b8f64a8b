package io.druidingest.testkit;

import io.druidingest.testkit.internal.fake.FakeDruid;
import java.time.Duration;

/** Says what happens to a {@link FakeOverlord} when that much virtual time has passed: {@link FakeOverlord#after}. */
public final class Later {

    private final FakeDruid druid;
    private final Duration delay;

    Later(FakeDruid druid, Duration delay) {
        this.druid = druid;
        this.delay = delay;
    }

    /** {@link FakeOverlord#leaderFailsOver}. */
    public void leaderFailsOver() {
        run(druid::failOver);
    }

    /** {@link FakeOverlord#goesDown}. */
    public void goesDown() {
        run(druid::goDown);
    }

    /** {@link FakeOverlord#comesBack}. */
    public void comesBack() {
        run(druid::comeBack);
    }

    /** Runs what a test wants to do then; it must not block, and must not wait for the time. */
    public void run(Runnable what) {
        druid.later(delay, what);
    }
}
