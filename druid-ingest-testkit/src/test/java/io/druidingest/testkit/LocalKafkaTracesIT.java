package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.druidingest.testkit.internal.child.Launch;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How a {@link LocalKafka} begins and ends, and that nothing is left of it, whatever ends it. */
@Timeout(180)
class LocalKafkaTracesIT {

    @RegisterExtension
    static final Traces TRACES = new Traces();

    /** A process that has a Kafka. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] arguments) throws IOException {
            Traces.tell(LocalKafka.start());
        }
    }

    /** A process with a home of its own, where nothing is kept yet. */
    static final class Newcomer {

        private Newcomer() {}

        public static void main(String[] arguments) throws IOException {
            String usual = Paths.get(System.getProperty("user.home"), ".m2", "repository")
                    .toString();
            System.setProperty("maven.repo.local", System.getProperty("maven.repo.local", usual));
            System.setProperty("user.home", arguments[0]);
            try (LocalKafka first = LocalKafka.start()) {
                first.createTopic("a", 1);
            }
            Traces.tell(LocalKafka.start());
        }
    }

    @Test
    void whatTheFirstStartKeepsServesTheNext(@TempDir Path home) throws Exception {
        assumeTrue(Launch.ownClasses().toString().endsWith(".jar"), "Java archives classes of jars only");
        assumeTrue(Runtime.version().feature() == 17, "only Java 17 makes archives and goes on");
        try (OtherJvm newcomer = OtherJvm.run(Newcomer.class, home.toString())) {
            ProcessHandle kafka = TRACES.processOf(newcomer);
            Path kept = home.resolve(".m2").resolve("druid-ingest");
            assertThat(kept)
                    .isDirectoryContaining("regex:.*/jars-3\\.9\\.0-.*")
                    .isDirectoryContaining("regex:.*/classes-java\\d+-.*");
            Path maps = Paths.get("/proc", Long.toString(kafka.pid()), "maps");
            if (Files.isReadable(maps)) {
                assertThat(Files.readString(maps)).contains(kept + "/classes-java");
            }
        }
    }

    @Test
    void afterCloseNothingIsLeftOfIt() throws Exception {
        LocalKafka kafka = LocalKafka.start();
        ProcessHandle process = ProcessHandle.of(kafka.pid()).orElseThrow();
        try (kafka) {
            kafka.createTopic("a", 2);
            kafka.send("a", "1", "2", "3");
            assertThat(kafka.log()).isRegularFile();
        }

        assertThat(process.isAlive()).isFalse();
        String[] hostAndPort = kafka.bootstrapServers().split(":", 2);
        assertThatThrownBy(() -> new Socket(hostAndPort[0], Integer.parseInt(hostAndPort[1])).close())
                .isInstanceOf(ConnectException.class);
        TRACES.assertNone();
        assertThatThrownBy(() -> kafka.send("a", "5"))
                .isInstanceOf(LocalProcessException.class)
                .hasMessageContaining("has ended");
        kafka.close();
    }

    @Test
    void aJvmThatIsKilledLeavesNothing() throws Exception {
        try (OtherJvm owner = OtherJvm.run(Owner.class)) {
            ProcessHandle kafka = TRACES.processOf(owner);
            owner.handle().destroyForcibly();
            Traces.awaitEnd(kafka);
            TRACES.assertNone();
        }
    }

    @Test
    void aStartThatTakesTooLongSaysSoAndLeavesNothing() {
        assertThatThrownBy(() -> LocalKafka.start(b -> b.startTimeout(Duration.ofMillis(300))))
                .isInstanceOf(LocalProcessException.class)
                .hasMessageContaining("Kafka 3.9.0 was not ready within 0 s")
                .hasMessageContaining("startTimeout(Duration)");
        TRACES.assertNone();
    }

    @Test
    void aPropertyThatKafkaRefusesIsNamed() {
        assertThatThrownBy(() -> LocalKafka.start(b -> b.property("num.io.threads", "none")))
                .isInstanceOf(LocalProcessException.class)
                .hasMessageContaining("num.io.threads");
        TRACES.assertNone();
    }
}
