package io.druidingest.testkit.internal.child;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What makes the next start quicker, kept in a folder of the user's beside the local Maven repository: not in a temporary
 * one, where another user could put something in its place. Whoever deletes it only makes that start slower again.
 */
final class Kept {

    private static final Path FOLDER = Paths.get(System.getProperty("user.home"), ".m2", "druid-ingest");

    private static final Duration MONTH = Duration.ofDays(30);

    private Kept() {}

    /** Where something of {@code what} is kept as long as {@code state} stays as it is. */
    static Path file(String name, String what, String state) {
        return FOLDER.resolve(name + "-" + hash(what) + "-" + hash(state));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).toString(Character.MAX_RADIX).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Whether it is there, and to be used. What nobody has used for a month, {@link #keep} deletes. */
    static boolean isThere(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Moves what is complete to its place, from one moment to the next, and deletes what was kept for another state. */
    static void keep(Path complete, Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path beside = folder.resolve("new-" + ProcessHandle.current().pid());
        Files.move(complete, beside, StandardCopyOption.REPLACE_EXISTING); // maybe from another disk
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        String name = file.toString();
        String prefix = name.substring(0, name.lastIndexOf('-') + 1);
        Instant unused = Instant.now().minus(MONTH);
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder)) {
            for (Path each : others) {
                boolean replaced = each.toString().startsWith(prefix) && !each.equals(file);
                if (replaced || Files.getLastModifiedTime(each).toInstant().isBefore(unused)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
