package io.druidingest.testkit.internal.child;

import io.druidingest.testkit.LocalProcessException;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The child process as its parent sees it. Thread-safe. */
public final class ChildProcess {

    /** Something to tell the child, on its standard input, so that it shows in no list of processes. */
    @FunctionalInterface
    public interface Message {
        /** Writes all of it, and flushes. */
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration SIGNAL_DELAY = Duration.ofSeconds(2);
    private static final int LOG_LINES = 30;

    /** How the child ends when it is told to: by its parent, or by SIGINT, SIGTERM or SIGHUP before it listens. */
    private static final Set<Integer> TOLD_TO_END = Set.of(0, 128 + 2, 128 + 15, 128 + 1);

    private final Release release;
    private final ChildCommand command;
    private final Message orders;
    private final Path work;
    private final Process process;
    private final Consumer<String> progress;
    private final LastLines lastLines = new LastLines();
    private final CompletableFuture<Report> outcome = new CompletableFuture<>();
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private final Queue<CompletableFuture<Report>> asked = new ConcurrentLinkedQueue<>();
    private final Thread hook = new Thread(this::stopWithJvm, "druid-ingest-child-stop");
    private final CountDownLatch jvmEnds = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile @Nullable Report verdict;
    private volatile @Nullable Closeable kept;

    private ChildProcess(
            Release release,
            ChildCommand command,
            Message orders,
            Path work,
            Process process,
            Consumer<String> progress) {
        this.release = release;
        this.command = command;
        this.orders = orders;
        this.work = work;
        this.process = process;
        this.progress = progress;
    }

    /** Returns as soon as the process exists; {@link #awaitReadiness} has to follow. */
    static ChildProcess start(Release release, ChildCommand command, Message orders, Consumer<String> progress) {
        return start(release, command, orders, progress, WorkDirectory.choose(), Map.of());
    }

    private static ChildProcess start(
            Release release,
            ChildCommand command,
            Message orders,
            Consumer<String> progress,
            Path work,
            Map<String, Integer> ports) {
        ChildProcess child;
        try {
            Process process =
                    command.in(work, release.main(), release.javaOptions(work)).start();
            child = new ChildProcess(release, command, orders, work, process, progress);
        } catch (IOException e) {
            throw new LocalProcessException(
                    "The Java process for " + release + " cannot be started: " + e.getMessage()
                            + "\nCheck that this machine has memory and processes left, or name another Java with"
                            + " java(Path).",
                    e);
        }
        child.converse(ports);
        return child;
    }

    /** Waits until the server serves; stops the process if that does not happen. */
    void awaitReadiness(Duration timeout) throws PortTakenException {
        Report report;
        try {
            report = outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            lastLines.addAll(WorkDirectory.logTail(work, LOG_LINES));
            throw failure(
                    "was not ready within " + timeout.toSeconds()
                            + " s. If the machine is only slow, allow more with startTimeout(Duration)",
                    null);
        } catch (ExecutionException e) {
            throw failure("was stopped because its progress listener failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was stopped because this thread was interrupted while waiting for it", e);
        }
        switch (report.kind()) {
            case READY:
                for (String each : report.text().split(" ", -1)) {
                    String[] nameAndPort = each.split("=", 2);
                    ports.put(nameAndPort[0], Integer.valueOf(nameAndPort[1]));
                }
                return;
            case PORT_TAKEN:
                stop();
                throw new PortTakenException(report.text());
            default:
                letJvmEnd();
                throw failure("did not start: " + report.text(), null);
        }
    }

    /** {@code host:port} of what the server calls by a name, or null if it has no such thing. */
    public @Nullable String address(String name) {
        Integer port = ports.get(name);
        return port == null ? null : Ports.LOOPBACK.getHostAddress() + ":" + port;
    }

    public Release release() {
        return release;
    }

    public long pid() {
        return process.pid();
    }

    public Path workDirectory() {
        return work;
    }

    public Path log() {
        return WorkDirectory.log(work);
    }

    public List<String> lastLogLines(int count) {
        return WorkDirectory.logTail(work, count);
    }

    /**
     * Kills the process, and those that it has started, and returns when they are gone; its files stay.
     *
     * @throws LocalProcessException if they cannot be kept; nothing is killed
     */
    public synchronized void kill() {
        stopping = true;
        try {
            kept = Claim.keep(work);
        } catch (IOException e) {
            throw new LocalProcessException(release + " cannot be killed and leave its files: " + e, e);
        }
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .collect(Collectors.toList());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Starts a process in place of this one, which has been killed, with its files and on its ports. */
    public ChildProcess restart(Duration timeout) {
        ChildProcess next = start(release, command, orders, progress, work, ports);
        try {
            next.awaitReadiness(timeout);
        } catch (PortTakenException e) {
            throw new LocalProcessException(
                    release + " cannot come back, since another process has taken a port of its: " + e.getMessage(), e);
        } finally {
            unclaim();
            unhook();
        }
        return next;
    }

    private void unclaim() {
        Closeable claim = kept;
        if (claim != null) {
            try {
                claim.close();
            } catch (IOException e) {
                lastLines.add(e.toString()); // it ends with this virtual machine at the latest
            }
        }
    }

    /** Ends the process and returns when it and its files are gone. Whoever calls it again waits for the first. */
    public synchronized void stop() {
        stopping = true;
        try {
            process.getOutputStream().close(); // which the child takes as the sign to end
        } catch (IOException e) {
            lastLines.add(e.toString()); // it has ended already
        }
        process.onExit()
                .completeOnTimeout(process, GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
        unclaim();
        WorkDirectory.delete(work);
        unhook();
    }

    private void unhook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the hook is what called, or will find nothing to do
        }
    }

    /**
     * Has the server carry out a command, and returns when it has. Commands of several threads are taken one by one.
     *
     * @throws LocalProcessException if the server refuses it, or has ended; {@code what} says what was to be done
     */
    public void command(String what, Message command) {
        CompletableFuture<Report> answer = new CompletableFuture<>();
        try {
            synchronized (asked) {
                asked.add(answer); // answers come in the order of the commands
                command.writeTo(new DataOutputStream(process.getOutputStream()));
            }
            if (!process.isAlive()) {
                forgetCommands();
            }
            Report report = answer.get();
            if (report.kind() != Report.Kind.DONE) {
                throw new LocalProcessException(release + " did not " + what + ": " + report.text()
                        + "\nThe end of its log:\n" + String.join("\n", lastLogLines(LOG_LINES)));
            }
        } catch (IOException | ExecutionException e) {
            throw new LocalProcessException(release + " cannot " + what + ": it has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProcessException("This thread was interrupted while " + release + " was to " + what, e);
        }
    }

    private void forgetCommands() {
        Report ended = new Report(Report.Kind.REFUSED, "it has ended");
        for (CompletableFuture<Report> each = asked.poll(); each != null; each = asked.poll()) {
            each.complete(ended);
        }
    }

    private void converse(Map<String, Integer> given) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw failure("was not started, since this virtual machine is about to end", e);
        }
        Thread errors = LineReader.start("druid-ingest-child-err", process.getErrorStream(), lastLines::add);
        LineReader.start("druid-ingest-child-out", process.getInputStream(), this::hear, () -> ended(errors));
        try {
            DataOutputStream out = new DataOutputStream(process.getOutputStream());
            out.writeUTF(work.toString());
            out.writeInt(given.size());
            for (Map.Entry<String, Integer> port : given.entrySet()) {
                out.writeUTF(port.getKey());
                out.writeInt(port.getValue());
            }
            orders.writeTo(out);
        } catch (IOException e) {
            lastLines.add("it did not take its orders: " + e); // it ended at once, which its reader reports
        }
    }

    private void hear(String line) {
        Report report = Report.parse(line);
        if (report == null) {
            lastLines.add(line);
        } else if (report.kind() == Report.Kind.READY) {
            outcome.complete(report);
        } else if (report.kind() == Report.Kind.PROGRESS) {
            try {
                progress.accept(report.text());
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        } else if (report.kind() == Report.Kind.DONE || report.kind() == Report.Kind.REFUSED) {
            Objects.requireNonNull(asked.poll()).complete(report);
        } else {
            verdict = report; // its last lines are still to come
        }
    }

    private void ended(Thread errors) {
        int status = process.onExit().join().exitValue();
        try {
            errors.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lastLines.addAll(WorkDirectory.logTail(work, LOG_LINES)); // there only if it could not clean up
        if (kept == null) {
            WorkDirectory.delete(work);
        }
        forgetCommands();
        Report said = verdict;
        boolean early = outcome.complete(
                said != null ? said : new Report(Report.Kind.FAILED, "its process ended with status " + status));
        if (!early && !stopping && !TOLD_TO_END.contains(status)) {
            progress.accept(release + " (pid " + pid() + ") ended by itself with status " + status + lastLines);
        }
    }

    private void stopWithJvm() {
        jvmEnds.countDown();
        stop();
    }

    /**
     * Ctrl-C reaches both processes, and the child may be the quicker one. That is no failure to throw and to print:
     * the thread that waits here ends with its virtual machine.
     */
    private void letJvmEnd() {
        try {
            if (TOLD_TO_END.contains(process.onExit().join().exitValue())
                    && jvmEnds.await(SIGNAL_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
                hook.join();
                new CountDownLatch(1).await(SIGNAL_DELAY.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LocalProcessException failure(String what, @Nullable Throwable cause) {
        stop();
        return new LocalProcessException(release + " " + what + lastLines, cause);
    }
}
