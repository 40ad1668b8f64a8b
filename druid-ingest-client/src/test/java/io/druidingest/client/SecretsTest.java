package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.spec.NoopTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that the client says holds a secret: neither its log, at the level that says the most, nor its exceptions with all
 * that hangs on them, nor its events: in the whole run of the tests, and in a process that does what goes wrong with secrets.
 */
@Timeout(60)
class SecretsTest {

    @Test
    void nothingThatWasSaidInTheWholeRunHeldASecret() throws Exception {
        long before = Overheard.count();
        try (TestServer server = TestServer.start();
                DruidClient druid =
                        Overheard.client().url(server.uri().toString()).build()) {
            server.answers(json("{\"status\":{\"id\":\"t\",\"statusCode\":\"SUCCESS\"}}"));
            Await.result(druid.tasks().status("t"));
            assertThat(server.requests().get(0).getHeaders().get("Authorization"))
                    .satisfies(header -> assertThat(Overheard.holdsSecret(String.valueOf(header)))
                            .isTrue());
        }

        assertThat(Overheard.count()).as("what the client says is heard").isGreaterThan(before + 2);
        assertThat(Overheard.leaks()).isEmpty();
    }

    @Test
    void nothingThatIsSaidHoldsASecret(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Paths.get(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-D" + OverheardLog.PRINTED + "=TRACE",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Talker.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        String text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isZero();
        // that it said all that was wanted
        assertThat(text)
                .contains("DEBUG io.druidingest.client.internal.http.Transport - endpoint=GET"
                        + " /druid/indexer/v1/task/{id}/status")
                .contains("answered 401", "answered 500", "answered 307", "got no answer", "the client was closed")
                .contains("Attempt{", "Retry{", "Request{", "Credentials{Authorization: ***}", "Suppressed: ")
                .contains("line break", "cannot read the key store", "url must not hold a user");
        assertThat(text.lines()).noneMatch(Overheard::holdsSecret);
    }

    /** Does what can be done with secrets, and says what comes of it. */
    static final class Talker {

        private Talker() {}

        public static void main(String[] arguments) throws Exception {
            int turn = 0;
            for (Credentials each : List.of(
                    Credentials.basic("ingest", Overheard.PASSWORD),
                    Credentials.bearer(Overheard.TOKEN),
                    Credentials.bearer(new Renewed()),
                    Credentials.header("X-Api-Key", Overheard.HEADER))) {
                System.out.println(each);
                talk(each, turn++);
            }
            refused(() -> Credentials.bearer(Overheard.TOKEN + "\n"));
            refused(() -> Credentials.header("X-Api-Key", Overheard.HEADER + "\r\nX-Other: 1"));
            refused(() -> DruidClient.connect("http://ingest:" + Overheard.PASSWORD + "@localhost:8888"));
            Path noStore = Files.createTempFile("store", ".p12");
            Files.writeString(noStore, "no store");
            refused(() -> Tls.context(t -> t.trustStore(noStore, Overheard.PASSWORD.toCharArray())));
            refused(() -> Tls.context(t -> t.keyStore(Paths.get("/nowhere.p12"), Overheard.PASSWORD.toCharArray())));
            Files.delete(noStore);
        }

        private static void talk(Credentials credentials, int turn) throws Exception {
            for (MockResponse answer : List.of(
                    json("{\"status\":{\"id\":\"t\",\"statusCode\":\"SUCCESS\"}}"),
                    status(401),
                    status(403, "{\"Access-Check-Result\":\"no\"}"),
                    status(500, "<html><title>Error 500</title></html>"),
                    json("half"),
                    new MockResponse.Builder()
                            .code(307)
                            .addHeader("Location", "http://elsewhere:8081/druid")
                            .build(),
                    TestServer.lost(),
                    TestServer.silence())) {
                try (TestServer server = TestServer.start();
                        DruidClient druid = client(credentials, server.uri().toString())) {
                    server.answers(answer);
                    ask(druid);
                }
            }
            ask(client(credentials, TestServer.uri(TestServer.freePort()).toString()));
            try (TestServer leader = TestServer.start();
                    TestServer follower = TestServer.start();
                    DruidClient druid = builder(credentials)
                            .overlords(follower.uri().toString(), leader.uri().toString())
                            .build()) {
                follower.answers(new MockResponse.Builder()
                        .code(307)
                        .addHeader("Location", leader.uri() + "/druid/indexer/v1/task/t/status")
                        .build());
                leader.answers(status(500, "{\"error\":\"no\",\"errorCode\":\"general\"}"));
                say(druid.tasks().status("t"));
            }
            DruidClient closed = client(credentials, "http://localhost:8888");
            closed.close();
            ask(closed);
            if (turn == 0) {
                Credentials broken = Credentials.bearer(() -> Overheard.TOKEN + "\n");
                ask(client(broken, TestServer.uri(TestServer.freePort()).toString()));
            }
        }

        private static void ask(DruidClient druid) {
            show(druid);
            say(druid.tasks().status("t"));
            say(druid.tasks().submit(NoopTask.of(t -> t.runTime(1L)), o -> o.idempotencyKey("k")));
            say(druid.sql().query("SELECT 1"));
        }

        private static DruidClient client(Credentials credentials, String url) {
            return builder(credentials).url(url).build();
        }

        private static DruidClient.Builder builder(Credentials credentials) {
            DruidClient.Builder builder = DruidClient.builder()
                    .credentials(credentials)
                    .requestTimeout(Duration.ofMillis(300))
                    .retryFor(Duration.ofMillis(300))
                    .listener(new Heard());
            show(builder);
            return builder;
        }

        private static void show(Object any) {
            System.out.println(any);
        }

        private static void say(CompletableFuture<?> future) {
            try {
                System.out.println(Await.result(future));
            } catch (RuntimeException | InterruptedException e) {
                e.printStackTrace(System.out);
            }
        }

        private static void refused(Supplier<?> work) {
            try {
                throw new AssertionError("not refused: " + work.get());
            } catch (IllegalArgumentException e) {
                e.printStackTrace(System.out);
            }
        }
    }

    /** Says what it hears. */
    private static final class Heard implements IngestListener {

        @Override
        public void onRequest(IngestEvent.Request request) {
            System.out.println(request);
        }

        @Override
        public void onAttempt(IngestEvent.Attempt attempt) {
            System.out.println(attempt);
        }

        @Override
        public void onRetry(IngestEvent.Retry retry) {
            System.out.println(retry);
        }
    }

    /** A token that is another one each time. */
    private static final class Renewed implements Supplier<String> {

        private int count;

        @Override
        public synchronized String get() {
            return Overheard.TOKEN + count++;
        }
    }
}
