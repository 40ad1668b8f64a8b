package io.druidingest.testkit.internal.child;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the child process ends, whoever ends it: it deletes its files and halts. Nothing that a server holds outlives
 * the process, so it is not stopped in order; that would only take seconds.
 */
final class Disposal {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path work;
    private volatile int status;
    private volatile boolean underWay;

    private Disposal(Path work) {
        this.work = work;
    }

    /** What goes on as long as the parent does. */
    interface Lifeline {
        void follow() throws IOException;
    }

    /** Prepares the end of this process: at a signal, at {@link #exit}, and when {@code lifeline} ends. */
    static Disposal prepare(Path work, Lifeline lifeline) {
        Disposal disposal = new Disposal(work);
        Runtime.getRuntime().addShutdownHook(new Thread(disposal::run, "druid-ingest-disposal"));
        daemon("druid-ingest-lifeline", () -> {
            awaitEnd(lifeline);
            disposal.exit(0);
        });
        return disposal;
    }

    /** Ends the process. Does not return. */
    void exit(int exitStatus) {
        status = exitStatus;
        System.exit(exitStatus);
    }

    /** Whether the end has begun, so that whatever fails now fails because of it. */
    boolean underWay() {
        return underWay;
    }

    private void run() {
        underWay = true;
        try {
            daemon("druid-ingest-deletion", this::delete).join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // At once, before a thread of the server's can create another file.
        Runtime.getRuntime().halt(status);
    }

    private void delete() {
        List<ProcessHandle> children = ProcessHandle.current().children().collect(Collectors.toList());
        children.forEach(ProcessHandle::destroyForcibly); // they put files there too
        children.forEach(child -> child.onExit().join());
        WorkDirectory.delete(work);
    }

    /** The pipe from the parent ends when the parent closes it or dies, in whatever way. */
    private static void awaitEnd(Lifeline lifeline) {
        try {
            lifeline.follow();
        } catch (IOException e) {
            return; // as good as the end
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
