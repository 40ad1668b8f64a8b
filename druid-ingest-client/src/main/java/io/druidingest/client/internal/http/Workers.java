package io.druidingest.client.internal.http;

import io.druidingest.client.Time;
import io.druidingest.client.internal.time.DaemonThreads;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all that the client does, and what users hang on its futures, in order. One thread does, the leader: waking another
 * for each task would cost more than most tasks do. What users do may block, even on another future of the same client; a
 * second thread sees to it that nothing waits behind it: it looks every other millisecond, as long as there is something to
 * do, and takes the lead from one that is still at the same task the third time while others wait.
 */
final class Workers implements Executor, AutoCloseable {

    private static final long IDLE_SECONDS = 3;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    /** How often in a row the leader may be seen at the same task. Once may be a pause of all threads. */
    private static final int STANDS = 2;
    /** Where no thread was to be had. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final Time time;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicReference<@Nullable Lead> leader = new AtomicReference<>();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final AtomicBoolean callsAgain = new AtomicBoolean();
    private final ThreadPoolExecutor threads;

    Workers(Time time) {
        this(time, new DaemonThreads("druid-client-worker"));
    }

    Workers(Time time, ThreadFactory factory) {
        this.time = time;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    @Override
    public void execute(Runnable task) {
        Time.Work work = time.work();
        tasks.add(() -> {
            try (work) {
                task.run();
            }
        });
        call();
    }

    /** Sees to it that what waits is taken: by a leader, who is watched while there are tasks behind the one in hand. */
    private void call() {
        if (leader.get() == null) {
            Lead lead = new Lead();
            if (leader.compareAndSet(null, lead) && !isStarted(() -> lead(lead))) {
                leader.compareAndSet(lead, null);
                callAgain();
            }
        } else if (!watched.get() && watched.compareAndSet(false, true) && !isStarted(this::watch)) {
            watched.set(false);
            callAgain();
        }
    }

    /** False if there is no thread to be had. That is no matter of whoever has handed in a task, which waits. */
    private boolean isStarted(Runnable role) {
        try {
            threads.execute(role);
            return true;
        } catch (Error e) {
            LOG.error("no thread for what waits to be done; there may be one later", e);
            return false;
        }
    }

    private void callAgain() {
        if (!callsAgain.compareAndSet(false, true)) {
            return;
        }
        try {
            Time.Timer unused = time.schedule(PAUSE, () -> {
                callsAgain.set(false);
                call();
            });
        } catch (Error e) {
            callsAgain.set(false);
            LOG.error("no thread for a timer either; the next task calls again", e);
        }
    }

    private void lead(Lead mine) {
        try {
            while (leader.get() == mine) {
                Runnable task = tasks.poll();
                if (task == null) {
                    return;
                }
                begun.incrementAndGet();
                if (!tasks.isEmpty()) {
                    call();
                }
                try {
                    task.run();
                } finally {
                    boolean unused = Thread.interrupted(); // an interrupt meant for one task must not hit the next
                }
            }
        } finally {
            if (leader.compareAndSet(mine, null) && !tasks.isEmpty()) {
                call();
            }
        }
    }

    private void watch() {
        Lead before = null;
        long begunBefore = -1;
        int stood = 0;
        while (true) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            Lead now = leader.get();
            long begunNow = begun.get();
            stood = now == before && begunNow == begunBefore ? stood + 1 : 0;
            if (stood > 0 && tasks.isEmpty()) {
                watched.set(false);
                if (tasks.isEmpty() || !watched.compareAndSet(false, true)) {
                    return;
                }
            } else if (stood >= STANDS) {
                Lead mine = new Lead();
                if (leader.compareAndSet(now, mine)) {
                    watched.set(false);
                    lead(mine);
                    return;
                }
            }
            before = now;
            begunBefore = begunNow;
        }
    }

    /** From now on, each thread ends as soon as it is idle. What comes late is run all the same. */
    @Override
    public void close() {
        threads.setKeepAliveTime(0, TimeUnit.SECONDS);
    }

    /** The lead of one thread, until it finds nothing to do or loses it. */
    private static final class Lead {}
}
