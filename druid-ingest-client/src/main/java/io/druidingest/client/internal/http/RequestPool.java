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

    private final ThreadPoolExecutor threads;
    private final Time time;

    RequestPool(int maxInFlight, Time time) {
        this.time = time;
        this.threads = new ThreadPoolExecutor(
                0,
                maxInFlight,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new HandOver(),
                new DaemonThreads("druid-client-request"),
                (task, pool) -> {
                    if (pool.isShutdown()) {
                        throw new RejectedExecutionException("the client is closed");
                    }
                    pool.getQueue().add(task);
                });
    }

    @Override
    public void execute(Runnable task) {
        Time.Work work = time.work();
        try {
            threads.execute(() -> {
                try (work) {
                    task.run();
                }
            });
        } catch (RejectedExecutionException e) {
            work.close();
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Takes a task only if a thread is idle; otherwise the pool starts one, and at the cap puts the task back here. */
    private static final class HandOver extends LinkedTransferQueue<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }
    }
}
