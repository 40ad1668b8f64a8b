package io.druidingest.testkit.internal.fake;

import io.druidingest.client.Time;
import io.druidingest.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all areas of one fake share: the lock, the server's clock, its version and what is told of it. Whatever changes a
 * state holds the lock.
 */
public final class World {

    private final VirtualTime time;
    private final String version;
    private final Set<Extension> extensions;
    private final Journal journal;
    private final Set<Runnable> pauses = ConcurrentHashMap.newKeySet();
    private final Set<Due> due = ConcurrentHashMap.newKeySet();
    private final long began;
    private volatile boolean retired;
    private volatile Duration skew = Duration.ZERO;

    World(VirtualTime time, String version, Set<Extension> extensions, Journal journal) {
        this.time = time;
        this.began = time.nanos();
        this.version = version;
        this.extensions = Set.copyOf(extensions);
        this.journal = journal;
    }

    /** The test's time, which the timeline is written in. */
    Instant time() {
        return time.now();
    }

    /** The server's wall clock, which goes by milliseconds, as Druid's does. */
    Instant now() {
        return time.now().plus(skew).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How long there has been this Druid, whatever its wall clock says. */
    Duration elapsed() {
        return Duration.ofNanos(time.nanos() - began);
    }

    /** How far the server's wall clock is ahead of the client's. */
    void skew(Duration ahead) {
        skew = ahead;
    }

    /** For example {@code 33.0.0}. */
    String versionName() {
        return version;
    }

    /** The first number of the version, for example 33. */
    int version() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** What it has loaded. */
    Set<Extension> extensions() {
        return extensions;
    }

    /** Has something happen after a time; at once means when all that is under way has been dealt with. */
    Time.Timer later(Duration delay, Runnable what) {
        return due(
                delay,
                () -> locked(() -> {
                    if (!retired) {
                        what.run();
                    }
                    return true;
                }));
    }

    /** Has something happen after a time, without the lock. */
    synchronized Time.Timer due(Duration delay, Runnable what) {
        Due one = new Due(what);
        if (!retired) {
            due.add(one);
            one.timer = time.schedule(delay, one);
        }
        return one;
    }

    /** Something that is going to happen. */
    private final class Due implements Runnable, Time.Timer {

        private final Runnable what;
        private Time.@Nullable Timer timer;

        Due(Runnable what) {
            this.what = what;
        }

        @Override
        public void run() {
            due.remove(this);
            what.run();
        }

        @Override
        public void cancel() {
            due.remove(this);
            if (timer != null) {
                timer.cancel();
            }
        }
    }

    /** Notes that something happened to a subject, for example to a task of this id, for the timeline. */
    void tell(String subject, String what) {
        journal.happened(time.now(), subject, what);
    }

    /** Holds up the thread of a request, without the lock, for so long in virtual time; or until {@link #retire}. */
    void pause(Duration delay) throws InterruptedException {
        if (delay.isZero()) {
            return;
        }
        CountDownLatch over = new CountDownLatch(1);
        Runnable goOn;
        Time.Timer timer;
        synchronized (time) { // or it might go on in between, and the pause begin later
            Time.Work idle = time.idle();
            AtomicBoolean once = new AtomicBoolean();
            goOn = () -> {
                if (once.compareAndSet(false, true)) {
                    idle.close();
                    over.countDown();
                }
            };
            timer = time.schedule(delay, goOn);
        }
        pauses.add(goOn);
        if (retired) {
            goOn.run();
        }
        try {
            over.await();
        } finally {
            timer.cancel();
            goOn.run();
            pauses.remove(goOn);
        }
    }

    /** Nothing happens any more, and all goes on that is held up. */
    synchronized void retire() {
        retired = true;
        due.forEach(Due::cancel);
        pauses.forEach(Runnable::run);
    }

    /** Does something with the lock held. */
    synchronized <T> T locked(Supplier<T> what) {
        return what.get();
    }
}
