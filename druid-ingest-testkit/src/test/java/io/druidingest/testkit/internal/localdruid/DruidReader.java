package io.druidingest.testkit.internal.localdruid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.testkit.internal.child.ChildCommand;
import io.druidingest.testkit.internal.child.Jars;
import io.druidingest.testkit.internal.child.JavaHomes;
import io.druidingest.testkit.internal.child.UnreachableException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks Druid's own classes, in a process of their own, what they make of JSON: thousands of documents in seconds. */
public final class DruidReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String version;
    private final Path work;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private DruidReader(String version, Path work, Process process) {
        this.version = version;
        this.work = work;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the classes of a version of Druid that {@link io.druidingest.testkit.LocalDruid} has. */
    public static DruidReader start(String version) {
        try {
            Path work = Files.createTempDirectory("druid-reader");
            List<Path> path = new ArrayList<>(List.of(home(DruidReaderMain.class), home(RoleBoot.class)));
            DruidRelease release = DruidRelease.of(version);
            path.addAll(new Jars(release, line -> {}).resolve());
            ProcessBuilder child = new ChildCommand(JavaHomes.command(null), "512m", path)
                    .in(work, DruidReaderMain.class, release.javaOptions(work));
            child.command().add(work.toString());
            Process process = child.redirectError(work.resolve("log").toFile()).start();
            DruidReader reader = new DruidReader(version, work, process);
            reader.hear(); // that it is ready
            return reader;
        } catch (UnreachableException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Druid makes of a {@code task}, {@code supervisor}, {@code rule}, ..., or of one of its classes by name. */
    public Reading read(String kind, String json) {
        try {
            questions.write(kind + "\t" + JSON.readTree(json) + "\n");
            questions.flush();
            return new Reading(JSON.readTree(hear()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hear() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("Druid " + version + " has ended:\n" + Files.readString(work.resolve("log")));
        }
        return line;
    }

    /** The directory or jar of a class. */
    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            questions.close();
            process.onExit().join();
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .map(Path::toFile)
                        .forEach(File::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Druid " + version;
    }

    /** What came of one document. */
    public static final class Reading {

        private final JsonNode answer;

        private Reading(JsonNode answer) {
            this.answer = answer;
        }

        /** Why Druid refuses it; empty if it does not. */
        public String refusal() {
            return answer.path("refused").asText();
        }

        /** The properties that Druid did not know, with the class that met them. */
        public List<String> unknown() {
            List<String> names = new ArrayList<>();
            answer.path("unknown").forEach(n -> names.add(n.asText()));
            return names;
        }

        /** What Druid writes for what it read. */
        public JsonNode back() {
            return answer.path("back");
        }
    }
}
