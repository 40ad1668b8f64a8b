package io.druidingest.client.internal.http;

import io.druidingest.client.Time;
import io.druidingest.client.internal.time.DaemonThreads;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that requests wait on, as many as are in flight and no more than the cap; the rest queue up. The thread that
 * was idle last works first, and one that has been idle for a few seconds ends.
 *
 * <p>Requests block such a thread, because the asynchronous way of the JDK's HTTP client starts a thread for each request
 * on JDK 17 with one or two processors, whatever executor it is given.
 */
final class RequestPool implements Executor, AutoCloseable {

    private static final long IDLE_SECONDS = 3;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DaemonThreads("druid-client-request"));
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final int cap;
    private final Time time;
    private int busy;

    RequestPool(int cap, Time time) {
        this.cap = cap;
        this.time = time;
    }

    @Override
    public void execute(Runnable task) {
        Time.Work work = time.work();
        Runnable whole = () -> {
            try (work) {
                task.run();
            }
        };
        synchronized (this) {
            if (busy >= cap) {
                waiting.add(whole);
                return;
            }
            busy++;
        }
        try {
            threads.execute(() -> runFrom(whole));
        } catch (RejectedExecutionException e) {
            work.close();
            throw e;
        }
    }

    private void runFrom(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        if (task == null) {
            busy--;
        }
        return task;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
