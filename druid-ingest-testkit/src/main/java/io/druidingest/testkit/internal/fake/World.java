package io.druidingest.testkit.internal.fake;

import io.druidingest.client.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What all areas of one fake share: the lock, the server's clock, its version and what is told of it. Whatever changes a
 * state holds the lock.
 */
public final class World {

    private final Time time;
    private final String version;
    private final Journal journal;

    World(Time time, String version, Journal journal) {
        this.time = time;
        this.version = version;
        this.journal = journal;
    }

    /** The server's wall clock. */
    Instant now() {
        return time.now();
    }

    /** For example {@code 33.0.0}. */
    String versionName() {
        return version;
    }

    /** The first number of the version, for example 33. */
    int version() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** Has something happen after a time; at once means when all that is under way has been dealt with. */
    Time.Timer later(Duration delay, Runnable what) {
        return time.schedule(
                delay,
                () -> locked(() -> {
                    what.run();
                    return true;
                }));
    }

    /** Notes that something happened in Druid, for the timeline. */
    void tell(String what) {
        journal.happened(time.now(), what);
    }

    /** Does something with the lock held. */
    synchronized <T> T locked(Supplier<T> what) {
        return what.get();
    }
}
