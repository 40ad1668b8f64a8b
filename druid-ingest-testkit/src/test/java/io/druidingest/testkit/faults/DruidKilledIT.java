package io.druidingest.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.LocalDruid;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole of Druid is killed among submissions, and comes back. */
@Timeout(300)
class DruidKilledIT {

    @Test
    void whatWasSubmittedBeforeAndAfterIsThereOnce() throws Exception {
        try (LocalDruid druid = LocalDruid.start();
                DruidClient client = DruidClient.builder()
                        .url(druid.uri().toString())
                        .requestTimeout(Duration.ofSeconds(10))
                        .retryFor(Duration.ofMinutes(4))
                        .build()) {
            long pid = druid.pid();
            long start = System.nanoTime(); // real time, told to people
            Crowd crowd = new Crowd(client);
            crowd.submit(100);
            druid.kill();
            int accepted = crowd.accepted();
            assertThat(ProcessHandle.of(pid)).isEmpty();

            CompletableFuture<Void> back = CompletableFuture.runAsync(druid::restart);
            crowd.submit(100);
            back.join();
            crowd.verify(new Witness(druid.overlord()));

            assertThat(druid.pid()).isNotEqualTo(pid);
            System.out.printf(
                    Locale.ROOT,
                    "200 tasks in %.1f s, Druid killed after %d were accepted%n",
                    (System.nanoTime() - start) / 1e9,
                    accepted);
        }
    }
}
