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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a {@link LocalDruid} begins and ends, and that nothing is left of it, whatever ends it. */
@Timeout(180)
class LocalDruidIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Traces TRACES = new Traces();

    /** A process that has a Druid. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] arguments) throws IOException {
            Traces.tell(LocalDruid.start(b -> b.version("37.0.0")));
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
            long peak = Traces.peakMebibytes(druid);
            System.out.println("Druid 33.0.0 resident: at most " + peak + " MiB");
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
        TRACES.assertNone();
        druid.close();
    }

    @Test
    void aJvmThatIsKilledLeavesNothing() throws Exception {
        try (OtherJvm owner = OtherJvm.run(Owner.class)) {
            ProcessHandle druid = TRACES.processOf(owner);
            owner.handle().destroyForcibly();
            Traces.awaitEnd(druid);
            TRACES.assertNone();
        }
    }

    @Test
    void aJvmThatIsToldToEndLeavesNothing() throws Exception {
        try (OtherJvm owner = OtherJvm.run(Owner.class)) {
            ProcessHandle druid = TRACES.processOf(owner);
            owner.handle().destroy();
            Traces.awaitEnd(druid);
            Traces.awaitEnd(owner.handle());
            TRACES.assertNone();
        }
    }

    @Test
    void whatIsLeftWhenBothAreKilledAtOnceGoesWithTheNextStart() throws Exception {
        Path kill = Paths.get("/bin/kill");
        assumeTrue(Files.isExecutable(kill), "Druid has to be stopped, or it cleans up before it can be killed too");
        Path left;
        try (OtherJvm owner = OtherJvm.run(Owner.class)) {
            ProcessHandle druid = TRACES.processOf(owner);
            left = TRACES.onlyWorkDirectory();
            new ProcessBuilder(kill.toString(), "-STOP", Long.toString(druid.pid()))
                    .start()
                    .onExit()
                    .get(10, TimeUnit.SECONDS);
            owner.handle().destroyForcibly();
            Traces.awaitEnd(owner.handle());
            druid.destroyForcibly();
            Traces.awaitEnd(druid);
        }
        assertThat(left).isDirectory();

        try (LocalDruid next = LocalDruid.start(b -> b.version("37.0.0"))) {
            assertThat(TRACES.onlyWorkDirectory()).isEqualTo(next.workDirectory());
        }
        TRACES.assertNone();
    }

    @Test
    void aStartThatTakesTooLongSaysSoAndLeavesNothing() {
        assertThatThrownBy(() -> LocalDruid.start(b -> b.startTimeout(Duration.ofSeconds(2))))
                .isInstanceOf(LocalProcessException.class)
                .hasMessageContaining("Druid 33.0.0 was not ready within 2 s")
                .hasMessageContaining("startTimeout(Duration)");
        TRACES.assertNone();
    }

    @Test
    void anUnknownVersionIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> LocalDruid.start(b -> b.version("34.0.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("34.0.0")
                .hasMessageContaining("27.0.0, 33.0.0, 37.0.0");
        TRACES.assertNone();
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

    private static JsonNode get(URI role, String path) throws IOException {
        try (InputStream in = role.resolve(path).toURL().openStream()) {
            return JSON.readTree(in);
        }
    }
}
