package io.druidingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DruidClientTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8888", "ftp://h", "http://", "/druid", "http://a b"})
    void aUrlHasToNameAServer(String url) {
        refuses(b -> b.url(url), "url must be http(s)://host:port");
    }

    @Test
    void aUrlIsRequired() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DruidClient.builder().build())
                .withMessageStartingWith("url is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://joe:hunter2@h:8888", "http://joe:hunter2%@h:8888", "http://joe:hunter2 @h"})
    void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DruidClient.connect(url))
                .withMessageStartingWith("url must")
                .satisfies(e -> assertThat(e).hasStackTraceContaining("url must"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"))
                .satisfies(e -> assertThat(e.getCause()).isNull());
    }

    @Test
    void settingsThatMakeNoSenseAreNamed() {
        refuses(b -> b.maxInFlight(0), "maxInFlight must be positive, not 0");
        refuses(b -> b.maxResponseBytes(0), "maxResponseBytes must be positive");
        refuses(b -> b.maxResponseBytes(1L << 31), "maxResponseBytes must be positive and below 2 GiB");
        refuses(b -> b.connectTimeout(Duration.ZERO), "connectTimeout must be positive, not PT0S");
        refuses(b -> b.requestTimeout(Duration.ofSeconds(-1)), "requestTimeout must be positive");
        refuses(b -> b.retryFor(Duration.ofSeconds(-1)), "retryFor must not be negative");
        refuses(
                b -> b.pollInterval(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                "pollInterval must be ascending, not PT2S to PT1S");
    }

    @Test
    void aUrlMayHaveAPathAndEndInSlashes() {
        try (TestServer server = TestServer.start();
                DruidClient druid = DruidClient.connect(server.uri() + "/router//")) {
            server.answers(TestServer.json("\n"));
            assertThat(druid.sql().query("SELECT 1")).succeedsWithin(Duration.ofSeconds(10));
            assertThat(server.requests().get(0).getTarget()).isEqualTo("/router/druid/v2/sql");
        }
    }

    @Test
    void closingTwiceIsAsGoodAsOnce() {
        DruidClient druid = DruidClient.connect("http://localhost:8888");
        druid.close();
        druid.close();

        assertThat(druid.sql().query("SELECT 1")).isCompletedExceptionally();
        assertThat(druid.tasks().attach("t").completion()).isCompletedExceptionally();
    }

    private static void refuses(UnaryOperator<DruidClient.Builder> setting, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.apply(DruidClient.builder().url("http://localhost:8888"))
                        .build())
                .withMessageContaining(problem);
    }
}
