package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.model.TaskState;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    void whoIsToldOfARetryMayWaitForWhoCancels() throws InterruptedException {
        server.answers(status(503));
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CompletableFuture<Boolean> waited = new CompletableFuture<>();
        IngestListener waiting = new IngestListener() {
            @Override
            public void onRetry(IngestEvent.Retry retry) {
                told.countDown();
                waited.complete(isDown(cancelled));
            }
        };
        try (DruidClient druid = client(waiting)) {
            CompletableFuture<?> status = druid.tasks().status("t1");
            told.await();
            status.cancel(true);
            cancelled.countDown();

            assertThat(waited).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
        }
    }

    private static boolean isDown(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

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

    static Stream<Throwable> whatAListenerMayThrow() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new NoSuchMethodError("of another version"),
                new AssertionError("of a test"));
    }

    @ParameterizedTest
    @MethodSource("whatAListenerMayThrow")
    void aListenerThatThrowsHarmsNobody(Throwable thrown) {
        server.answers(
                status(503),
                json("{\"status\":{\"id\":\"t1\",\"statusCode\":\"RUNNING\"}}"),
                json("{\"t1\":{\"id\":\"t1\",\"status\":\"SUCCESS\"}}"));
        IngestListener thrower = (IngestListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IngestListener.class}, (proxy, method, event) -> {
                    told.add(method.getName());
                    throw thrown;
                });
        try (DruidClient druid = client(thrower)) {
            TaskState now = time.finish(druid.tasks().status("t1")).state();
            TaskState end = time.finish(druid.tasks().attach("t1").completion()).state();

            assertThat(List.of(now, end)).containsExactly(TaskState.RUNNING, TaskState.SUCCESS);
        }
        assertThat(told)
                .containsAll(Stream.of(IngestListener.class.getMethods())
                        .filter(Method::isDefault)
                        .map(Method::getName)
                        .collect(Collectors.toList()));
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
