package io.druidingest.client.internal.http;

import io.druidingest.client.Time;
import io.druidingest.client.internal.time.DaemonThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that requests wait on, as many as are in flight and no more than the cap; the rest queue up. A thread
 * that has been idle for a few seconds ends.
 *
 * <p>Requests block such a thread, because the asynchronous way of the JDK's HTTP client starts a thread for each request
 * on JDK 17 with one or two processors, whatever executor it is given.
 */
final class RequestPool implements Executor, AutoCloseable {

    private static final long IDLE_SECONDS = 3;

    private final Time time;
    private final HandOver queue = new HandOver();
    private final ThreadPoolExecutor threads;

    RequestPool(int maxInFlight, Time time) {
        this.time = time;
        this.threads = new ThreadPoolExecutor(
                1,
                maxInFlight,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                queue,
                new DaemonThreads("druid-client-request"),
                (task, pool) -> enqueue(task));
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        Held held = new Held(task, time.work());
        try {
            threads.execute(held);
        } catch (RejectedExecutionException e) {
            held.drop();
            throw e;
        }
    }

    /** At the cap: the task waits for a thread. */
    private void enqueue(Runnable task) {
        queue.enqueue(task);
        threads.prestartCoreThread(); // in case the last one ended just now
        if (threads.isShutdown() && threads.remove(task)) {
            throw new RejectedExecutionException("the client is closed");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow().forEach(task -> ((Held) task).drop());
    }

    /** A task, and the work that is under way until it has been run. */
    private static final class Held implements Runnable {

        private final Runnable task;
        private final Time.Work work;

        Held(Runnable task, Time.Work work) {
            this.task = task;
            this.work = work;
        }

        @Override
        public void run() {
            try (work) {
                task.run();
            }
        }

        void drop() {
            work.close();
        }
    }

    /** Takes a task only if a thread is idle; otherwise the pool starts one, or at the cap puts the task back here. */
    private static final class HandOver extends LinkedTransferQueue<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }

        void enqueue(Runnable task) {
            super.offer(task);
        }
    }
}
