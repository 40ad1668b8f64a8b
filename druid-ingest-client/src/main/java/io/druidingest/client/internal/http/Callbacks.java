package io.druidingest.client.internal.http;

import io.druidingest.client.Time;
import io.druidingest.client.internal.time.DaemonThreads;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs what users hang on their futures. It may block, even on another future of the same client, so each task that
 * blocks keeps a thread of its own while the rest go on; as long as none does, a few threads do all.
 */
final class Callbacks implements Executor, AutoCloseable {

    private static final long IDLE_SECONDS = 3;

    private final Time time;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DaemonThreads("druid-client-callback"));

    Callbacks(Time time) {
        this.time = time;
    }

    @Override
    public void execute(Runnable task) {
        Time.Work work = time.work();
        tasks.add(() -> {
            try (work) {
                task.run();
            }
        });
        lead();
    }

    /** Sees to it that a thread is about to take the next task. */
    private void lead() {
        if (!tasks.isEmpty() && led.compareAndSet(false, true)) {
            try {
                threads.execute(this::next);
            } catch (Error e) { // no thread to be had: whoever comes next tries again
                led.set(false);
                throw e;
            }
        }
    }

    /** Takes a task, and lets another thread take the one after it before this one begins. */
    private void next() {
        Runnable task = tasks.poll();
        led.set(false);
        lead();
        if (task != null) {
            task.run();
        }
    }

    /** From now on, each thread ends as soon as it is idle. What comes late is run all the same. */
    @Override
    public void close() {
        threads.setKeepAliveTime(0, TimeUnit.SECONDS);
    }
}
