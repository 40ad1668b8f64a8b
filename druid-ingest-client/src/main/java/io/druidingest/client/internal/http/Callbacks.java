package io.druidingest.client.internal.http;

import io.druidingest.client.Time;
import io.druidingest.client.internal.time.DaemonThreads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs what users hang on their futures. It may block, even on another future of the same client, so each task that
 * blocks keeps a thread of its own while the rest go on; as long as none does, a few threads do all.
 */
final class Callbacks implements Executor, AutoCloseable {

    private static final long IDLE_SECONDS = 3;

    private final Time time;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    /** Whether a thread waits for the next task, or is on its way. */
    private final AtomicBoolean led = new AtomicBoolean();

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DaemonThreads("druid-client-callback"));
    private volatile boolean closed;

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

    /** Sees to it that a thread is there for a task that waits, or on its way. */
    private void lead() {
        if (!tasks.isEmpty() && led.compareAndSet(false, true)) {
            try {
                threads.execute(this::leads);
            } catch (Error e) { // no thread to be had: whoever comes next tries again
                led.set(false);
                throw e;
            }
        }
    }

    /** Takes a task, sees to it that another thread takes the one after it, and only then runs it; waits for more after that. */
    private void leads() {
        do {
            Runnable task = await();
            led.set(false);
            lead();
            if (task == null) {
                return;
            }
            task.run();
        } while (led.compareAndSet(false, true));
    }

    /** Null if there is none for a while. */
    private @Nullable Runnable await() {
        try {
            return tasks.poll(closed ? 0 : IDLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return tasks.poll();
        }
    }

    /** From now on, each thread ends as soon as it is idle. What comes late is run all the same. */
    @Override
    public void close() {
        closed = true;
        threads.setKeepAliveTime(0, TimeUnit.SECONDS);
        tasks.add(() -> {}); // for the thread that waits for one
        lead();
    }
}
