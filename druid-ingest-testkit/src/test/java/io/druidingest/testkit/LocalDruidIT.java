package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskState;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a {@link LocalDruid} begins and ends, and that nothing is left of it, whatever ends it. */
@Timeout(180)
class LocalDruidIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of the temporary directory that these tests see, so that an empty one proves that nothing is left. */
    @TempDir
    static Path temporary;

    private static String usualTemporary;

    @BeforeAll
    static void useOwnTemporaryDirectory() {
        usualTemporary = System.setProperty("java.io.tmpdir", temporary.toString());
    }

    @AfterAll
    static void useUsualTemporaryDirectory() {
        System.setProperty("java.io.tmpdir", usualTemporary);
    }

    /** A process that has a Druid. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] arguments) throws IOException {
            LocalDruid druid = LocalDruid.start(b -> b.version("37.0.0"));
            OtherJvm.sayAndWait(druid.pid() + " " + druid.workDirectory());
        }
    }

    @Test
    void druid33IsUpWithinAMinuteTakesPropertiesAndLoadsInLessThanOneGib() throws Exception {
        long start = System.nanoTime(); // real time: how long a boot takes is what is tested
        try (LocalDruid druid = LocalDruid.start(
                b -> b.property("druid.test.everywhere", "yes").property("historical", "druid.server.priority", "7"))) {
            Duration startup = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf(Locale.ROOT, "Druid 33.0.0 up after %.1f s%n", startup.toMillis() / 1e3);
            // 15 s on an idle machine; a busy one may take longer
            assertThat(startup).isLessThan(Duration.ofSeconds(60));

            for (URI role : List.of(druid.coordinator(), druid.broker(), druid.uri())) {
                assertThat(get(role, "/status/properties")
                                .path("druid.test.everywhere")
                                .asText())
                        .isEqualTo("yes");
            }
            assertThat(get(druid.coordinator(), "/druid/coordinator/v1/servers?simple"))
                    .anySatisfy(server -> {
                        assertThat(server.path("type").asText()).isEqualTo("historical");
                        assertThat(server.path("priority").asInt()).isEqualTo(7);
                    });

            load(druid);
            Path status = Paths.get("/proc", Long.toString(druid.pid()), "status");
            assumeTrue(Files.exists(status), "only Linux tells how much memory another process has needed");
            long peak = mebibytes(status, "VmHWM:");
            System.out.println("Druid 33.0.0 resident: " + mebibytes(status, "VmRSS:") + " MiB, at most " + peak);
            assertThat(peak).isLessThan(1024);
        }
    }

    @Test
    void druid37TakesALoadAndAfterCloseNothingIsLeftOfIt() throws Exception {
        LocalDruid druid = LocalDruid.start(b -> b.version("37.0.0"));
        ProcessHandle process = ProcessHandle.of(druid.pid()).orElseThrow();
        try (druid) {
            assertThat(druid.broker()).isNull();
            load(druid);
            assertThat(druid.workDirectory()).isDirectory();
        }

        assertThat(process.isAlive()).isFalse();
        assertThatThrownBy(() -> new Socket(druid.uri().getHost(), druid.uri().getPort()).close())
                .isInstanceOf(ConnectException.class);
        assertNothingIsLeft();
        druid.close();
    }

    @Test
    void aJvmThatIsKilledLeavesNothing() throws Exception {
        try (OtherJvm owner = OtherJvm.run(Owner.class)) {
            ProcessHandle druid = druidOf(owner);
            owner.handle().destroyForcibly();
            awaitEnd(druid);
            assertNothingIsLeft();
        }
    }

    @Test
    void aJvmThatIsToldToEndLeavesNothing() throws Exception {
        try (OtherJvm owner = OtherJvm.run(Owner.class)) {
            ProcessHandle druid = druidOf(owner);
            owner.handle().destroy();
            awaitEnd(druid);
            awaitEnd(owner.handle());
            assertNothingIsLeft();
        }
    }

    @Test
    void whatIsLeftWhenBothAreKilledAtOnceGoesWithTheNextStart() throws Exception {
        Path kill = Paths.get("/bin/kill");
        assumeTrue(Files.isExecutable(kill), "Druid has to be stopped, or it cleans up before it can be killed too");
        Path left;
        try (OtherJvm owner = OtherJvm.run(Owner.class)) {
            ProcessHandle druid = druidOf(owner);
            left = onlyWorkDirectory();
            new ProcessBuilder(kill.toString(), "-STOP", Long.toString(druid.pid()))
                    .start()
                    .onExit()
                    .get(10, TimeUnit.SECONDS);
            owner.handle().destroyForcibly();
            awaitEnd(owner.handle());
            druid.destroyForcibly();
            awaitEnd(druid);
        }
        assertThat(left).isDirectory();

        try (LocalDruid next = LocalDruid.start(b -> b.version("37.0.0"))) {
            assertThat(onlyWorkDirectory()).isEqualTo(next.workDirectory());
        }
        assertNothingIsLeft();
    }

    @Test
    void aStartThatTakesTooLongSaysSoAndLeavesNothing() {
        assertThatThrownBy(() -> LocalDruid.start(b -> b.startTimeout(Duration.ofSeconds(2))))
                .isInstanceOf(LocalDruidException.class)
                .hasMessageContaining("Druid 33.0.0 was not ready within 2 s")
                .hasMessageContaining("startTimeout(Duration)");
        assertNothingIsLeft();
    }

    @Test
    void anUnknownVersionIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> LocalDruid.start(b -> b.version("34.0.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("34.0.0")
                .hasMessageContaining("33.0.0, 37.0.0");
        assertNothingIsLeft();
    }

    private static void load(LocalDruid druid) throws Exception {
        try (DruidClient client =
                DruidClient.builder().url(druid.uri().toString()).build()) {
            TaskHandle task = client.tasks()
                    .submit(Loads.inline(Loads.newDataSource(), Loads.rows(100)))
                    .join();
            assertThat(task.completion().get(60, TimeUnit.SECONDS).state()).isEqualTo(TaskState.SUCCESS);
            assertThat(task.report().join().rows().processed()).isEqualTo(100);
        }
    }

    private static ProcessHandle druidOf(OtherJvm owner) throws IOException {
        String[] pidAndDirectory = owner.readLine().split(" ", 2);
        assertThat(onlyWorkDirectory()).hasToString(pidAndDirectory[1]);
        return ProcessHandle.of(Long.parseLong(pidAndDirectory[0])).orElseThrow();
    }

    private static void assertNothingIsLeft() {
        assertThat(temporary).isEmptyDirectory();
        String anyWorkDirectory = temporary.resolve("druid-ingest-").toString();
        assertThat(ProcessHandle.allProcesses())
                .as("processes at work below %s", temporary)
                .noneMatch(each -> each.info().commandLine().orElse("").contains(anyWorkDirectory));
    }

    private static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    private static JsonNode get(URI role, String path) throws IOException {
        try (InputStream in = role.resolve(path).toURL().openStream()) {
            return JSON.readTree(in);
        }
    }

    /** What there is of Druids: the one work directory. */
    private static Path onlyWorkDirectory() throws IOException {
        try (Stream<Path> children = Files.list(temporary)) {
            List<Path> all = children.collect(Collectors.toList());
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static long mebibytes(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
