package io.druidingest.testkit.internal.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one directory that holds every file of a child process. */
public final class WorkDirectory {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "druid-ingest-";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private WorkDirectory() {}

    /** A fresh path. The child creates the directory: a parent that dies before then leaves nothing behind. */
    static Path choose() {
        return Paths.get(System.getProperty("java.io.tmpdir"), PREFIX + Long.toHexString(RANDOM.nextLong()))
                .toAbsolutePath();
    }

    /** Creates the directory, and deletes those beside it that nobody uses any more. */
    static void create(Path work) throws IOException {
        Files.createDirectory(work);
        if (Files.getFileStore(work).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwx------"));
        }
        sweepBeside(work);
        Claim.stake(work);
        Files.createDirectory(work.resolve("tmp"));
    }

    public static Path log(Path work) {
        return work.resolve("server.log");
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

    /**
     * Deletes the directory, again while a thread that still runs puts files into it; gives up after some seconds of
     * real time, in which that thread lives.
     */
    static void delete(Path work) {
        long start = System.nanoTime();
        while (Files.exists(work, LinkOption.NOFOLLOW_LINKS) && System.nanoTime() - start < PATIENCE.toNanos()) {
            deleteOnce(work);
        }
    }

    /**
     * Deletes what is left beside {@code work} of processes of the same user that were killed together with their
     * parents. Before {@link #create} claims {@code work}: see {@link Claim#isLeft}.
     */
    private static void sweepBeside(Path work) {
        try (DirectoryStream<Path> siblings =
                Files.newDirectoryStream(Objects.requireNonNull(work.getParent()), PREFIX + "*")) {
            UserPrincipal user = Files.getOwner(work);
            for (Path each : siblings) {
                // Another user could turn parts of the directory into links while it is being deleted.
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                        && user.equals(Files.getOwner(each, LinkOption.NOFOLLOW_LINKS))
                        && Claim.isLeft(each)) {
                    deleteOnce(each);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // somebody else is sweeping; the next start does the rest
        }
    }

    /** The claim goes last, so that what is left if this process is killed meanwhile can still be swept. */
    private static void deleteOnce(Path work) {
        for (Path each : bottomUp(work)) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                Thread.onSpinWait(); // filled again, or still open on Windows
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
