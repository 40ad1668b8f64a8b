package io.druidingest.testkit.internal.child;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/**
 * Says how far a download is, at most about once a second of real time: people watch it. Thread-safe: several transfers
 * run at once.
 */
final class Downloads extends AbstractTransferListener {

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Consumer<String> progress;
    private int expectedJars;
    private int jars;
    private int poms;
    private long bytes;
    private long lastLine = System.nanoTime();

    Downloads(Consumer<String> progress) {
        this.progress = progress;
    }

    /** How many jars the class path has, whether or not they have to be fetched. */
    synchronized void expectJars(int count) {
        expectedJars = count;
    }

    synchronized void finish() {
        if (jars > 0) {
            progress.accept(line());
        }
    }

    @Override
    public synchronized void transferProgressed(TransferEvent event) {
        bytes += event.getDataBuffer().remaining();
        tellNowAndThen();
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        if (event.getResource().getResourceName().endsWith(".jar")) {
            jars++;
        } else {
            poms++;
        }
        tellNowAndThen();
    }

    private void tellNowAndThen() {
        if (System.nanoTime() - lastLine >= PAUSE_NANOS) {
            lastLine = System.nanoTime();
            progress.accept(line());
        }
    }

    private String line() {
        double megabytes = bytes / 1e6;
        return expectedJars == 0
                ? String.format(Locale.ROOT, "fetched %d poms, %.1f MB", poms, megabytes)
                : String.format(Locale.ROOT, "fetched %d of %d jars, %.1f MB", jars, expectedJars, megabytes);
    }
}
