package io.druidingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private final TestServer server = TestServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    private void ask(Credentials credentials) {
        try (DruidClient druid = Overheard.client()
                .url(server.uri().toString())
                .credentials(credentials)
                .build()) {
            assertThat(druid.sql().query("SELECT 1").handle((rows, failure) -> rows != null))
                    .succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private List<String> sent(String header) {
        return server.requests().stream().map(r -> r.getHeaders().get(header)).collect(Collectors.toList());
    }

    @Test
    void aUserAndPasswordAreSentAsTheStandardSays() {
        server.answers(TestServer.json("\n"));
        ask(Credentials.basic("Aladdin", "open sesame"));

        assertThat(sent("Authorization")).containsExactly("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.basic("a:b", "c"));
    }

    @Test
    void aHeaderOfOnesOwnIsSentAsItIs() {
        server.answers(TestServer.json("\n"));
        ask(Credentials.header("X-Api-Key", "k"));

        assertThat(sent("X-Api-Key")).containsExactly("k");
        assertThat(sent("Authorization")).containsExactly((String) null);
    }

    @Test
    void aTokenThatWasRenewedIsTriedOnceMore() {
        AtomicInteger number = new AtomicInteger();
        server.answers(TestServer.status(401), TestServer.json("\n"));
        ask(Credentials.bearer(() -> "t" + number.incrementAndGet()));

        assertThat(sent("Authorization")).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void aTokenThatStaysWrongIsNotSentAgain() {
        server.answers(TestServer.status(401));
        ask(Credentials.bearer("t"));

        assertThat(sent("Authorization")).containsExactly("Bearer t");
    }

    @Test
    void aRenewalThatHangsEndsWithItsFutureAndHoldsUpNoOther() {
        server.answers(TestServer.json("\n"));
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        try (DruidClient druid = Overheard.client()
                .url(server.uri().toString())
                .credentials(Credentials.bearer(() -> begun.complete(true) ? hang(interrupted) : "t"))
                .build()) {
            CompletableFuture<?> hanging = druid.sql().query("SELECT 1");
            assertThat(begun).succeedsWithin(Duration.ofSeconds(10));
            assertThat(druid.sql().query("SELECT 2")).succeedsWithin(Duration.ofSeconds(10));
            assertThat(interrupted).isNotDone();

            hanging.cancel(true);
            assertThat(interrupted).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        }
    }

    @Test
    void whoCancelsWhileCredentialsAreRenewedSendsNothing() {
        server.answers(TestServer.json("{}"));
        AtomicInteger number = new AtomicInteger();
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<String> renewed = new CompletableFuture<>();
        try (DruidClient druid = Overheard.client()
                .url(server.uri().toString())
                .credentials(Credentials.bearer(() -> {
                    if (number.incrementAndGet() != 2) {
                        return "t";
                    }
                    begun.complete(true);
                    return renewed.join(); // does not heed an interrupt
                }))
                .build()) {
            ask(druid, "before"); // leaves a connection, which would take the request at once
            CompletableFuture<?> cancelled = druid.tasks().rawPayload("cancelled");
            assertThat(begun).succeedsWithin(Duration.ofSeconds(10));
            cancelled.cancel(true);
            renewed.complete("t");
            ask(druid, "after");
            ask(druid, "later");
        }

        assertThat(server.requests())
                .extracting(r -> r.getTarget().replaceAll(".*/task/", ""))
                .containsExactly("before", "after", "later");
    }

    private static void ask(DruidClient druid, String task) {
        assertThat(druid.tasks().rawPayload(task).handle((payload, failure) -> true))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    private static String hang(CompletableFuture<Boolean> interrupted) {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            interrupted.complete(true);
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(Credentials.basic("u", "secret")).hasToString("Credentials{Authorization: ***}");
        assertThat(Credentials.header("X-Key", "secret")).hasToString("Credentials{X-Key: ***}");
    }

    @Test
    void aSecretThatNoHeaderCanHoldIsRefusedAndNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.bearer("secret\n"))
                .withMessage("the value of the header Authorization holds a character that no header can hold, U+000A,"
                        + " a line break: trim what was read from a file")
                .withNoCause();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.header("X-Key", "secret\u20ac"))
                .withMessageEndingWith("U+20AC");
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.header("X-Key", "secret\u007f"));
        assertThat(Credentials.header("X-Key", "a\tb \u00fc").headerValue()).isEqualTo("a\tb \u00fc");
    }
}
