package io.druidingest.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Code that blocks, on a thread of its own. It is at work but while it waits for a future that is not complete, which can be
 * seen from outside: Java notes on a thread what it is parked for, and that of a future tells whether it has come. So time
 * never jumps between what the job waited for and what it does next.
 */
final class BlockingJob<T extends @Nullable Object> {

    private final CompletableFuture<T> end = new CompletableFuture<>();
    private final Thread thread;

    private BlockingJob(Callable<T> code) {
        thread = new Thread(() -> run(code), "blocking-job");
        thread.setDaemon(true);
    }

    static <T extends @Nullable Object> BlockingJob<T> start(Callable<T> code) {
        BlockingJob<T> job = new BlockingJob<>(code);
        job.thread.start();
        return job;
    }

    private void run(Callable<T> code) {
        try {
            end.complete(code.call());
        } catch (Throwable e) { // whatever it is, it is for the test that waits
            end.completeExceptionally(e);
        }
    }

    /** What comes of it. */
    CompletableFuture<T> end() {
        return end;
    }

    /** Whether it does something other than to wait for a future, or to be asked this. */
    boolean isAtWork() {
        return !end.isDone() && thread != Thread.currentThread() && !isWaiting();
    }

    private boolean isWaiting() {
        Object parkedFor = LockSupport.getBlocker(thread);
        return parkedFor instanceof ManagedBlocker
                && parkedFor.getClass().getEnclosingClass() == CompletableFuture.class
                && !isReleasable((ManagedBlocker) parkedFor);
    }

    /** Java's takes an interrupt of whoever asks for one of the job. */
    private static boolean isReleasable(ManagedBlocker blocker) {
        boolean isInterrupted = Thread.interrupted();
        try {
            return blocker.isReleasable();
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * What it returned, once it is over.
     *
     * @throws CompletionException with the cause, if that is a checked exception; any other comes as it is
     */
    T result() {
        try {
            return end.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException) {
                throw (RuntimeException) cause;
            }
            if (cause instanceof Error) {
                throw (Error) cause;
            }
            throw e;
        }
    }

    /** Has it give up waiting, if it is not over; tells where it was. */
    Exception stop() {
        Exception where = new Exception("the job was here");
        where.setStackTrace(thread.getStackTrace());
        thread.interrupt();
        return where;
    }
}
