package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.LocalDruidException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The child process as its parent sees it. Thread-safe. */
public final class DruidProcess {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration SIGNAL_DELAY = Duration.ofSeconds(2);
    private static final int LOG_LINES = 30;

    /** How the child ends when it is told to: by its parent, or by SIGINT, SIGTERM or SIGHUP before it listens. */
    private static final Set<Integer> TOLD_TO_END = Set.of(0, 128 + 2, 128 + 15, 128 + 1);

    private final DruidRelease release;
    private final Path work;
    private final Process process;
    private final Consumer<String> progress;
    private final LastLines lastLines = new LastLines();
    private final CompletableFuture<Report> outcome = new CompletableFuture<>();
    private final Map<Role, URI> addresses = new EnumMap<>(Role.class);
    private final Thread hook = new Thread(this::stopWithJvm, "druid-ingest-druid-stop");
    private final CountDownLatch jvmEnds = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile @Nullable Report verdict;

    private DruidProcess(DruidRelease release, Path work, Process process, Consumer<String> progress) {
        this.release = release;
        this.work = work;
        this.process = process;
        this.progress = progress;
    }

    /** Returns as soon as the process exists; {@link #awaitReadiness} has to follow. */
    static DruidProcess start(DruidRelease release, ChildCommand command, Orders orders, Consumer<String> progress) {
        Path work = orders.workDirectory();
        DruidProcess druid;
        try {
            druid = new DruidProcess(release, work, command.in(work).start(), progress);
        } catch (IOException e) {
            throw new LocalDruidException(
                    "The Java process for " + release + " cannot be started: " + e.getMessage()
                            + "\nCheck that this machine has memory and processes left, or name another Java with"
                            + " java(Path).",
                    e);
        }
        druid.converse(orders);
        return druid;
    }

    /** Waits until Druid answers; stops the process if that does not happen. */
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
                    String[] roleAndPort = each.split("=", 2);
                    addresses.put(Role.named(roleAndPort[0]), URI.create("http://127.0.0.1:" + roleAndPort[1]));
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

    public URI frontDoor() {
        return Objects.requireNonNull(addresses.get(release.frontDoor()));
    }

    /** Where a role answers, or null if this release does not have it. */
    public @Nullable URI address(Role role) {
        return addresses.get(role);
    }

    public String version() {
        return release.version();
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
        WorkDirectory.delete(work);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the hook is what called, or will find nothing to do
        }
    }

    private void converse(Orders orders) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw failure("was not started, since this virtual machine is about to end", e);
        }
        Thread errors = LineReader.start("druid-ingest-druid-err", process.getErrorStream(), lastLines::add);
        LineReader.start("druid-ingest-druid-out", process.getInputStream(), this::hear, () -> ended(errors));
        try {
            orders.writeTo(new DataOutputStream(process.getOutputStream()));
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
        WorkDirectory.delete(work);
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

    private LocalDruidException failure(String what, @Nullable Throwable cause) {
        stop();
        return new LocalDruidException(release + " " + what + lastLines, cause);
    }
}
