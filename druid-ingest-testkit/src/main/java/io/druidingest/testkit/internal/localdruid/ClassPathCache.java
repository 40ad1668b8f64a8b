package io.druidingest.testkit.internal.localdruid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Remembers a resolved class path in a small file of the local Maven repository, because resolving two hundred jars
 * that are all there still takes seconds. A stale or unreadable file only costs those seconds.
 */
final class ClassPathCache {

    private final Path repository;
    private final Path file;

    ClassPathCache(Path repository, DruidRelease release) {
        this.repository = repository;
        String key = Integer.toHexString(release.artifacts().hashCode());
        this.file = repository.resolve(".cache/druid-ingest/druid-" + release.version() + "-" + key + ".classpath");
    }

    /** The remembered jars, or none unless each of them is still there. */
    List<Path> read() {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try {
            List<Path> jars =
                    Files.readAllLines(file).stream().map(repository::resolve).collect(Collectors.toList());
            return jars.stream().allMatch(Files::isRegularFile) ? jars : List.of();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    void write(List<Path> jars) {
        List<String> lines =
                jars.stream().map(jar -> repository.relativize(jar).toString()).collect(Collectors.toList());
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "classpath", ".tmp");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | IllegalArgumentException e) {
            return; // a repository that cannot be written, or jars outside of it: resolved anew next time
        }
    }
}
