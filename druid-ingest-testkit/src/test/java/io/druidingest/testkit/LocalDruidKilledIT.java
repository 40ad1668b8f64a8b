package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a {@link LocalDruid} loses an Overlord, is killed and comes back, and that nothing is left of it even so. */
@Timeout(600)
class LocalDruidKilledIT {

    @RegisterExtension
    static final Traces TRACES = new Traces();

    /** A process that has a Druid with two Overlords. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] arguments) throws IOException {
            Traces.tell(LocalDruid.start(b -> b.version("37.0.0").overlords(2)));
        }
    }

    @Test
    void whatIsKilledComesBackWithItsFilesAndOnItsPorts() throws Exception {
        try (LocalDruid druid = LocalDruid.start(b -> b.version("37.0.0").overlords(2))) {
            List<URI> overlords = druid.overlords();
            assertThat(overlords).hasSize(2).first().isEqualTo(druid.overlord()).isEqualTo(druid.uri());
            assertThatThrownBy(druid::restart).isInstanceOf(IllegalStateException.class);

            druid.failOver();
            assertThat(druid.uri()).isEqualTo(overlords.get(1));
            assertThatThrownBy(druid::failOver)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("overlords(2)");

            ProcessHandle process = ProcessHandle.of(druid.pid()).orElseThrow();
            druid.kill();
            druid.kill();
            assertThat(process.isAlive()).isFalse();
            assertThat(TRACES.onlyWorkDirectory()).isEqualTo(druid.workDirectory());

            druid.restart();
            assertThat(druid.pid()).isNotEqualTo(process.pid());
            assertThat(druid.overlords()).isEqualTo(overlords);
            assertThat(druid.uri()).isEqualTo(overlords.get(0));
            assertThat(TRACES.onlyWorkDirectory()).isEqualTo(druid.workDirectory());

            druid.kill(); // and stays so
        }
        TRACES.assertNone();
    }

    @Test
    void aJvmThatIsKilledLeavesNeitherOfTwoOverlords() throws Exception {
        try (OtherJvm owner = OtherJvm.run(Owner.class)) {
            ProcessHandle druid = TRACES.processOf(owner);
            assertThat(druid.children()).hasSize(1);
            owner.handle().destroyForcibly();
            Traces.awaitEnd(druid);
            TRACES.assertNone();
        }
    }
}
