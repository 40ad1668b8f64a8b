package io.druidingest.testkit;

import io.druidingest.testkit.internal.fake.FakeDruid;

/** Moves one task of a {@link FakeOverlord} by hand, whatever its plan. A task that has ended stays as it is. */
public final class TaskControl {

    private final FakeDruid druid;
    private final String id;

    TaskControl(FakeDruid druid, String id) {
        this.druid = druid;
        this.id = id;
    }

    /** Gives it a slot now, even if there is none free. From now on it runs as long as its plan says. */
    public TaskControl run() {
        druid.tasks(tasks -> tasks.run(id));
        return this;
    }

    /** Lets it succeed now, with the rows of its plan. */
    public void succeed() {
        druid.tasks(tasks -> tasks.end(id, null));
    }

    /** Lets it fail now, with this message. */
    public void fail(String message) {
        druid.tasks(tasks -> tasks.end(id, message));
    }

    /** Lets Druid forget it now. */
    public void vanish() {
        druid.tasks(tasks -> tasks.vanish(id));
    }
}
