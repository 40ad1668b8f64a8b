package io.druidingest.client.internal.http;

import io.druidingest.client.Time;
import io.druidingest.client.internal.time.DaemonThreads;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
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
    private final Map<Thread, Held> running = new HashMap<>();
    private final int cap;
    private final Time time;
    private final Executor callbacks;
    private int busy;

    /** @param callbacks runs what is to come after a task, where the thread of the task has other work */
    RequestPool(int cap, Time time, Executor callbacks) {
        this.cap = cap;
        this.time = time;
        this.callbacks = callbacks;
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
            held.work.close();
            throw new RejectedExecutionException("the client is closed");
        }
        if (busy < cap) {
            threads.execute(() -> runFrom(held));
            busy++;
        } else {
            waiting.add(held);
        }
    }

    /**
     * Runs what may block, once the task that this thread runs is over: on the same thread, since waking another one costs
     * more than all we do for a request, but as none of those in flight. If other tasks wait for the thread, or it is not
     * one of ours, the callbacks do it.
     */
    void afterwards(Runnable callback) {
        Held held = running();
        if (held == null || held.callback != null) {
            callbacks.execute(callback);
        } else {
            held.callback = callback;
        }
    }

    private synchronized @Nullable Held running() {
        return running.get(Thread.currentThread());
    }

    private void runFrom(Held first) {
        for (Held held = first; held != null; ) {
            begin(held);
            held.task.run();
            Held next = next();
            held.end(next == null ? Runnable::run : callbacks);
            held = next;
        }
    }

    private synchronized void begin(Held held) {
        Thread thread = Thread.currentThread();
        running.put(thread, held);
        if (threads.isShutdown()) {
            thread.interrupt();
        }
    }

    private synchronized @Nullable Held next() {
        running.remove(Thread.currentThread());
        boolean unused =
                Thread.interrupted(); // a task that was cancelled just as it ended must not take others with it
        Held next = waiting.poll();
        if (next == null) {
            busy--;
        }
        return next;
    }

    /** Interrupts what is in flight, and forgets what is waiting; what comes after a task goes on. */
    @Override
    public synchronized void close() {
        threads.shutdown();
        running.keySet().forEach(Thread::interrupt);
        waiting.forEach(held -> held.work.close());
        waiting.clear();
    }

    /** A task, and the work that is under way until it and what comes after it have been run. */
    private static final class Held {

        private final Runnable task;
        private final Time.Work work;
        private @Nullable Runnable callback;

        Held(Runnable task, Time.Work work) {
            this.task = task;
            this.work = work;
        }

        void end(Executor executor) {
            try (work) {
                if (callback != null) {
                    executor.execute(callback);
                }
            }
        }
    }
}
