package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestListenerTest {

    private static final Pattern CHANCE = Pattern.compile("PT[0-9.]+S");

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    private DruidClient client(IngestListener listener) {
        return Overheard.client()
                .url(server.uri().toString())
                .listener(listener)
                .time(time)
                .build();
    }

    private final IngestListener recorder = new IngestListener() {
        @Override
        public void onRequest(IngestEvent.Request request) {
            told.add(request.toString());
        }

        @Override
        public void onAttempt(IngestEvent.Attempt attempt) {
            told.add(attempt.toString());
        }

        @Override
        public void onRetry(IngestEvent.Retry retry) {
            told.add(retry.toString());
        }

        @Override
        public void onPoll(IngestEvent.Poll poll) {
            told.add(poll.toString());
        }

        @Override
        public void onStateChange(IngestEvent.StateChange change) {
            told.add(change.toString());
        }
    };

    @Test
    void aRequestIsToldWithItsAttempts() {
        server.answers(status(503), json("{\"status\":{\"id\":\"t1\",\"statusCode\":\"RUNNING\"}}"));
        try (DruidClient druid = client(recorder)) {
            time.finish(druid.tasks().status("t1"));
        }
        String endpoint = "GET /druid/indexer/v1/task/{id}/status";
        String host = server.uri().getAuthority();

        assertThat(told.stream().map(t -> CHANCE.matcher(t).replaceAll("T")).collect(Collectors.toList()))
                .containsExactly(
                        "Attempt{" + endpoint + ", host=" + host + ", status=503, duration=T}",
                        "Retry{" + endpoint + ", attempts=1, delay=T, failure=" + DruidHttpException.class.getName()
                                + ": " + endpoint + " answered 503}",
                        "Attempt{" + endpoint + ", host=" + host + ", status=200, duration=T}",
                        "Request{" + endpoint + ", attempts=2, duration=T}");
    }

    @Test
    void aTaskThatIsWaitedForIsToldWithItsStates() {
        server.answers(
                json("{\"t1\":{\"id\":\"t1\",\"status\":\"RUNNING\"}}"),
                json("{\"t1\":{\"id\":\"t1\",\"status\":\"RUNNING\"}}"),
                json("{\"t1\":{\"id\":\"t1\",\"status\":\"SUCCESS\"}}"));
        try (DruidClient druid = client(recorder)) {
            time.finish(druid.tasks().attach("t1").completion());
        }

        assertThat(told.stream().filter(t -> !t.startsWith("Attempt") && !t.startsWith("Request")))
                .containsExactly(
                        "StateChange{t1, null -> RUNNING}",
                        "Poll{asked=1, ended=0}",
                        "Poll{asked=1, ended=0}",
                        "StateChange{t1, RUNNING -> SUCCESS}",
                        "Poll{asked=1, ended=1}");
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        server.answers(status(503), json("{\"t1\":{\"id\":\"t1\",\"status\":\"SUCCESS\"}}"));
        IngestListener thrower = new IngestListener() {
            @Override
            public void onRequest(IngestEvent.Request request) {
                throw new IllegalStateException("request");
            }

            @Override
            public void onAttempt(IngestEvent.Attempt attempt) {
                throw new NoSuchMethodError("attempt");
            }

            @Override
            public void onRetry(IngestEvent.Retry retry) {
                throw new IllegalStateException("retry");
            }

            @Override
            public void onPoll(IngestEvent.Poll poll) {
                throw new IllegalStateException("poll");
            }

            @Override
            public void onStateChange(IngestEvent.StateChange change) {
                throw new IllegalStateException("change");
            }
        };
        try (DruidClient druid = client(thrower)) {
            CompletableFuture<?> ended = druid.tasks().attach("t1").completion();
            time.finish(ended);

            assertThat(ended).isCompleted();
        }
    }

    @Test
    void aRequestThatFailsIsToldWithWhy() {
        server.answers(status(403, "{\"Access-Check-Result\":\"no\"}"));
        try (DruidClient druid = client(recorder)) {
            time.failure(druid.tasks().status("t1"));
        }

        assertThat(told).last().asString().startsWith("Request{").contains("answered 403: no");
    }
}
