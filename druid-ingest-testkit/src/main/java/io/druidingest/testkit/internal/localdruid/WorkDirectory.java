package io.druidingest.testkit.internal.localdruid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one directory that holds every file of a child process. */
final class WorkDirectory {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private WorkDirectory() {}

    /** A fresh path. The child creates the directory: a parent that dies before then leaves nothing behind. */
    static Path choose() {
        return Paths.get(System.getProperty("java.io.tmpdir"), "druid-ingest-" + Long.toHexString(RANDOM.nextLong()))
                .toAbsolutePath();
    }

    static void create(Path work) throws IOException {
        Files.createDirectory(work);
        if (Files.getFileStore(work).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwx------"));
        }
        for (String part : List.of("tmp", "zookeeper", "segments", "task-logs", "task", "cache", "derby")) {
            Files.createDirectory(work.resolve(part));
        }
    }

    static Path log(Path work) {
        return work.resolve("druid.log");
    }

    /** The last lines of the log, or none if there is no log. */
    static List<String> logTail(Path work, int lines) {
        Path log = log(work);
        if (!Files.isReadable(log)) {
            return List.of();
        }
        try (Stream<String> all = Files.lines(log)) {
            List<String> kept = all.collect(Collectors.toList());
            return kept.subList(Math.max(0, kept.size() - lines), kept.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of("(" + log + " cannot be read: " + e + ")");
        }
    }

    /** Deletes the directory, again while a thread that still runs puts files into it; gives up after some seconds. */
    static void delete(Path work) {
        long start = System.nanoTime();
        while (Files.exists(work, LinkOption.NOFOLLOW_LINKS) && System.nanoTime() - start < PATIENCE.toNanos()) {
            for (Path each : bottomUp(work)) {
                try {
                    Files.deleteIfExists(each);
                } catch (IOException e) {
                    Thread.onSpinWait(); // filled again, or still open on Windows
                }
            }
        }
    }

    private static List<Path> bottomUp(Path work) {
        try (Stream<Path> all = Files.walk(work)) {
            return all.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // it changed under the walk
        }
    }
}
