package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the processes of a test class leave. Their temporary directory is one that nobody else uses, so that an empty one
 * proves that nothing is left.
 */
final class Traces implements BeforeAllCallback, AfterAllCallback {

    private Path temporary = Path.of("");
    private String usual = "";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        temporary = Files.createTempDirectory("traces");
        usual = System.setProperty("java.io.tmpdir", temporary.toString());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        System.setProperty("java.io.tmpdir", usual);
        Files.delete(temporary); // which fails if there is something in it
    }

    void assertNone() {
        assertThat(temporary).isEmptyDirectory();
        String anyWorkDirectory = temporary.resolve("druid-ingest-").toString();
        assertThat(ProcessHandle.allProcesses())
                .as("processes at work below %s", temporary)
                .noneMatch(each -> each.info().commandLine().orElse("").contains(anyWorkDirectory));
    }

    /** All there is: one work directory. */
    Path onlyWorkDirectory() throws IOException {
        try (Stream<Path> children = Files.list(temporary)) {
            List<Path> all = children.collect(Collectors.toList());
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** The process that another one has, which tells its id and its work directory by {@link #tell}. */
    ProcessHandle processOf(OtherJvm owner) throws IOException {
        String[] pidAndDirectory = owner.readLine().split(" ", 2);
        assertThat(onlyWorkDirectory()).hasToString(pidAndDirectory[1]);
        return ProcessHandle.of(Long.parseLong(pidAndDirectory[0])).orElseThrow();
    }

    /** For the other process. */
    static void tell(LocalProcess process) throws IOException {
        OtherJvm.sayAndWait(process.pid() + " " + process.workDirectory());
    }

    static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    /** The most memory that a process has had so far. */
    static long peakMebibytes(LocalProcess process) throws IOException {
        Path status = Paths.get("/proc", Long.toString(process.pid()), "status");
        Assumptions.assumeTrue(Files.exists(status), "only Linux tells how much memory another process has needed");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
