package io.druidingest.testkit.internal.child;

import io.druidingest.testkit.LocalProcessException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How to start a server, and the start itself; a subclass says what server. Not thread-safe. */
public abstract class Launch {

    /** In MiB; what a process needs for its classes, code and threads. */
    private static final long BESIDE_THE_HEAP = 256;

    private String heap;
    private @Nullable Path javaHome;
    private Consumer<String> progress;
    private Duration startTimeout = Duration.ofMinutes(2);

    /** A launch whose progress goes to {@code System.err} under {@code label}. */
    protected Launch(String label, String heap) {
        this.progress = line -> System.err.println("[" + label + "] " + line);
        this.heap = heap;
    }

    protected abstract Release release();

    /** What the {@link Server} takes as its orders. */
    protected abstract ChildProcess.Message orders();

    /** Where users of the server find it. */
    protected abstract String address(ChildProcess process);

    public final void heap(String size) {
        if (!size.matches("[1-9][0-9]*[kKmMgG]")) {
            throw new IllegalArgumentException("heap is \"" + size + "\", but takes a size such as 768m or 2g");
        }
        heap = size;
    }

    public final void java(Path home) {
        javaHome = home;
    }

    public final void progress(Consumer<String> listener) {
        progress = listener;
    }

    public final Duration startTimeout() {
        return startTimeout;
    }

    public final void startTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("startTimeout is " + timeout + ", but has to be positive");
        }
        startTimeout = timeout;
    }

    /**
     * What this machine lacks to run it, memory or jars that cannot be fetched, or null if nothing. Fetches jars that are
     * not there yet.
     */
    public final @Nullable String missing() {
        long needed = heapMebibytes() + BESIDE_THE_HEAP;
        long available = Memory.availableMebibytes();
        if (available < needed) {
            return release() + " needs " + needed + " MiB of memory, and there are " + available + " MiB";
        }
        try {
            new Jars(release(), progress).resolve();
            return null;
        } catch (UnreachableException e) {
            return e.getMessage();
        }
    }

    private long heapMebibytes() {
        long number = Long.parseLong(heap.substring(0, heap.length() - 1));
        switch (Character.toLowerCase(heap.charAt(heap.length() - 1))) {
            case 'k':
                return number >> 10;
            case 'm':
                return number;
            default:
                return number << 10;
        }
    }

    /** Resolves, starts, and waits until the server serves. A port lost to another process is worth one more attempt. */
    public final ChildProcess start() {
        Path java = JavaHomes.command(javaHome);
        List<Path> classPath = new ArrayList<>(List.of(ownClasses()));
        try {
            classPath.addAll(new Jars(release(), progress).resolve());
        } catch (UnreachableException e) {
            throw new LocalProcessException(String.valueOf(e.getMessage()), e.getCause());
        }
        ChildCommand command = new ChildCommand(java, heap, classPath, archived(java, classPath));
        try {
            return attempt(command);
        } catch (PortTakenException first) {
            progress.accept("a port was taken meanwhile (" + first.getMessage() + "), trying others");
        }
        try {
            return attempt(command);
        } catch (PortTakenException second) {
            throw new LocalProcessException(
                    release() + " lost a free port to another process twice; start it again. " + second.getMessage(),
                    second);
        }
    }

    private List<String> archived(Path java, List<Path> classPath) {
        try {
            return ClassArchive.options(java, classPath);
        } catch (IOException e) {
            return List.of(); // a jar that is not to be read, which Java will tell of
        }
    }

    private ChildProcess attempt(ChildCommand command) throws PortTakenException {
        long start = System.nanoTime(); // real time, told to people
        ChildProcess process = ChildProcess.start(release(), command, orders(), progress);
        process.awaitReadiness(startTimeout);
        String seconds = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
        try {
            progress.accept(
                    release() + " is ready at " + address(process) + " (pid " + process.pid() + ", " + seconds + ")");
        } catch (RuntimeException e) {
            process.stop(); // the caller will not get it
            throw e;
        }
        return process;
    }

    /** The jar or directory that this class comes from: the child runs from there too. */
    public static Path ownClasses() {
        CodeSource source = Launch.class.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? null : Paths.get(source.getLocation().toURI());
            if (place != null && Files.exists(place)) {
                return place;
            }
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new LocalProcessException(unusable(source), e);
        }
        throw new LocalProcessException(unusable(source));
    }

    private static String unusable(@Nullable CodeSource source) {
        return "The test kit has to be on the class path as an ordinary jar or directory, so that its processes can run"
                + " from there too; here it comes from " + (source == null ? "nowhere" : source.getLocation());
    }
}
