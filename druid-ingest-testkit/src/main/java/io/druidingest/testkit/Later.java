package io.druidingest.testkit;

import io.druidingest.testkit.internal.fake.FakeDruid;

/** Says what happens to a {@link FakeOverlord} when that much virtual time has passed: {@link FakeOverlord#after}. */
public final class Later {

    private final FakeDruid druid;
    private final String delay;

    Later(FakeDruid druid, String delay) {
        this.druid = druid;
        this.delay = delay;
    }

    /** {@link FakeOverlord#leaderFailsOver}. */
    public void leaderFailsOver() {
        run("leaderFailsOver()", druid::failOver);
    }

    /** {@link FakeOverlord#goesDown}. */
    public void goesDown() {
        run("goesDown()", druid::goDown);
    }

    /** {@link FakeOverlord#comesBack}. */
    public void comesBack() {
        run("comesBack()", druid::comeBack);
    }

    /** Runs what a test wants to do then; it must not block, and must not wait for the time. */
    public void run(Runnable what) {
        run("run(..)", what);
    }

    private void run(String name, Runnable what) {
        druid.later("after(\"" + delay + "\")." + name, Times.of(delay), what);
    }
}
