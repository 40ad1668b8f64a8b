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
    private final Queue<Held> waiting = new ArrayDeque<>();
    private final int cap;
    private final Time time;
    private int busy;

    RequestPool(int cap, Time time) {
        this.cap = cap;
        this.time = time;
    }

    /**
     * Runs the task as soon as a thread is free.
     *
     * @throws RejectedExecutionException if the pool is closed
     */
    @Override
    public synchronized void execute(Runnable task) {
        Held held = new Held(task, time.work());
        if (threads.isShutdown()) {
            held.drop();
            throw new RejectedExecutionException("the client is closed");
        }
        if (busy < cap) {
            threads.execute(() -> runFrom(held));
            busy++;
        } else {
            waiting.add(held);
        }
    }

    private void runFrom(Held first) {
        for (Held task = first; task != null; task = next()) {
            task.run();
        }
    }

    private synchronized @Nullable Held next() {
        boolean unused =
                Thread.interrupted(); // a task that was cancelled just as it ended must not take others with it
        Held task = waiting.poll();
        if (task == null) {
            busy--;
        }
        return task;
    }

    /** Interrupts what is running, and forgets what is waiting. */
    @Override
    public synchronized void close() {
        threads.shutdownNow();
        waiting.forEach(Held::drop);
        waiting.clear();
    }

    /** A task, and the work that is under way until it has been run. */
    private static final class Held {

        private final Runnable task;
        private final Time.Work work;

        Held(Runnable task, Time.Work work) {
            this.task = task;
            this.work = work;
        }

        void run() {
            try (work) {
                task.run();
            }
        }

        void drop() {
            work.close();
        }
    }
}
