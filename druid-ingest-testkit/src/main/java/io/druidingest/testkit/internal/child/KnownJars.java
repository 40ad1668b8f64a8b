package io.druidingest.testkit.internal.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** The class path of a release as it was resolved before, so that nobody has to read its four hundred poms again. */
final class KnownJars {

    private final Path file;
    private final boolean kept;

    KnownJars(Release release) {
        String artifacts = release.artifacts().toString();
        file = Kept.file(
                "jars-" + release.version(), artifacts, String.valueOf(System.getProperty("maven.repo.local")));
        kept = !artifacts.contains("SNAPSHOT"); // which may be another one tomorrow
    }

    /** Empty if it is not known, or a jar is not there as it was. */
    List<Path> read() {
        List<Path> jars = new ArrayList<>();
        try {
            if (kept && Kept.isThere(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] sizeAndPath = line.split(" ", 2);
                    Path jar = Paths.get(sizeAndPath[1]);
                    if (Files.size(jar) != Long.parseLong(sizeAndPath[0])) {
                        return List.of();
                    }
                    jars.add(jar);
                }
            }
            return jars;
        } catch (IOException | RuntimeException e) {
            return List.of(); // gone, or not of our making
        }
    }

    void write(List<Path> jars) {
        try {
            List<String> lines = new ArrayList<>();
            for (Path jar : jars) {
                lines.add(Files.size(jar) + " " + jar);
            }
            if (kept) {
                Kept.keep(Files.write(Files.createTempFile("druid-ingest-jars", ""), lines), file);
            }
        } catch (IOException e) {
            return; // resolved again the next time
        }
    }
}
