package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.lost;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.SpecJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {

    private static final String SUBMIT = "/druid/indexer/v1/task";

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid = client();

    /** The tasks that Druid has, by id, as it would read them back. */
    private final Map<String, JsonNode> taken = new ConcurrentHashMap<>();

    private DruidClient client() {
        return Overheard.client().url(server.uri().toString()).time(time).build();
    }

    @BeforeEach
    void answerAsDruidDoes() {
        server.script((request, number) -> druid(request));
    }

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void theIdIsChosenHere() {
        TaskHandle task = time.finish(druid.tasks().submit(TestTasks.LOAD));

        assertThat(task.id()).matches("index_parallel_wikipedia_[0-9a-f-]{36}");
        assertThat(taken).containsOnlyKeys(task.id());
        assertThat(posts())
                .singleElement()
                .satisfies(post -> assertThat(post.path("id").asText()).isEqualTo(task.id()));
    }

    @Test
    void theSpecIsSentAsItIs() {
        time.finish(druid.tasks()
                .submit(TestTasks.LOAD.toBuilder().context(c -> c.priority(75)).build()));

        ObjectNode sent = (ObjectNode) posts().get(0);
        assertThat(sent.path("context").path("priority").asInt()).isEqualTo(75);
        sent.remove(List.of("id", "context"));
        assertThat(sent).isEqualTo(SpecJson.tree(TestTasks.LOAD));
    }

    @Test
    void anIdInTheSpecStays() {
        TaskHandle task = time.finish(
                druid.tasks().submit(TestTasks.LOAD.toBuilder().id("mine").build()));

        assertThat(task.id()).isEqualTo("mine");
        assertThat(taken).containsOnlyKeys("mine");
    }

    @Test
    void eachSubmissionWithoutAKeyIsOneOfItsOwn() {
        TaskHandle one = time.finish(druid.tasks().submit(TestTasks.LOAD));
        TaskHandle two = time.finish(druid.tasks().submit(TestTasks.LOAD));

        assertThat(one.id()).isNotEqualTo(two.id());
        assertThat(taken).hasSize(2);
    }

    @Test
    void aReplyThatIsLostMakesNoSecondTask() {
        server.script((request, number) -> {
            MockResponse answer = druid(request);
            return number == 1 ? lost() : answer;
        });
        TaskHandle task = time.finish(druid.tasks().submit(TestTasks.LOAD));

        assertThat(taken).containsOnlyKeys(task.id());
        assertThat(posts()).hasSize(2).extracting(p -> p.path("id").asText()).containsOnly(task.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void aReplyThatAProxyLosesMakesNoSecondTask(int status) {
        server.script((request, number) -> {
            MockResponse answer = druid(request);
            return number == 1 ? status(status, "<html><title>Bad Gateway</title></html>") : answer;
        });
        TaskHandle task = time.finish(druid.tasks().submit(TestTasks.LOAD));

        assertThat(taken).containsOnlyKeys(task.id());
    }

    @Test
    void twoClientsWithOneKeyGetOneTask() {
        try (DruidClient other = client()) {
            TaskHandle one = time.finish(druid.tasks().submit(TestTasks.LOAD, o -> o.idempotencyKey("nightly-1")));
            TaskHandle two = time.finish(other.tasks().submit(TestTasks.LOAD, o -> o.idempotencyKey("nightly-1")));

            assertThat(one.id()).isEqualTo(two.id());
            assertThat(taken).hasSize(1);
        }
    }

    @Test
    void oneKeyForTwoSpecsIsAConflict() {
        TaskHandle first = time.finish(druid.tasks().submit(TestTasks.LOAD, o -> o.idempotencyKey("k")));
        CompletableFuture<TaskHandle> second =
                druid.tasks().submit(TestTasks.load("https://example.org/other.json"), o -> o.idempotencyKey("k"));

        assertThat(time.failure(second))
                .isInstanceOfSatisfying(
                        TaskConflictException.class, e -> assertThat(e.taskId()).isEqualTo(first.id()))
                .hasMessageContaining(first.id());
        assertThat(taken).hasSize(1);
    }

    @Test
    void aTaskThatSomebodyElseSubmittedUnderTheIdIsAConflict() {
        taken.put("mine", JsonNodeFactory.instance.objectNode().put("type", "noop"));

        assertThat(time.failure(druid.tasks()
                        .submit(TestTasks.LOAD.toBuilder().id("mine").build())))
                .isInstanceOf(TaskConflictException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"Task[ID] already exists!\"}",
                "{\"error\":\"druidException\",\"errorCode\":\"invalidInput\",\"persona\":\"ADMIN\","
                        + "\"category\":\"INVALID_INPUT\",\"errorMessage\":\"Task [ID] already exists\",\"context\":{}}",
                "{\"error\":\"druidException\",\"errorCode\":\"entryAlreadyExists\",\"persona\":\"USER\","
                        + "\"category\":\"INVALID_INPUT\",\"errorMessage\":\"no words we know\",\"context\":{}}"
            })
    void everyDruidSaysInItsOwnWordsThatATaskExists(String refusal) {
        server.script((request, number) -> {
            MockResponse answer = druid(request);
            if (!request.getTarget().equals(SUBMIT) || number == 1) {
                return number == 1 ? lost() : answer;
            }
            return status(400, refusal.replace("ID", id(request)));
        });

        assertThat(time.finish(druid.tasks().submit(TestTasks.LOAD)).id()).isIn(taken.keySet());
    }

    @Test
    void aSpecThatDruidRefusesFailsInDruidsWords() {
        server.answers(status(400, "{\"error\":\"Cannot construct instance of `X`, problem: no\"}"));

        assertThat(time.failure(druid.tasks().submit(TestTasks.LOAD)))
                .isInstanceOfSatisfying(
                        DruidHttpException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining("Cannot construct instance of `X`, problem: no");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void aFullQueueIsWaitedFor() {
        server.script((request, number) -> number < 4
                ? status(
                        429,
                        "{\"error\":\"druidException\",\"errorMessage\":\"Task queue already contains [9] tasks.\"}")
                : druid(request));

        assertThat(time.finish(druid.tasks().submit(TestTasks.LOAD)).id()).isIn(taken.keySet());
    }

    @Test
    void aQueueThatStaysFullIsToldAsWhatItIs() {
        server.answers(status(429, "{\"error\":\"full\"}"));

        assertThat(time.failure(druid.tasks().submit(TestTasks.LOAD)))
                .isInstanceOfSatisfying(
                        DruidHttpException.class, e -> assertThat(e.status()).isEqualTo(429));
    }

    @Test
    void aServerThatIsNotThereIsToldAsWhatItIs() {
        server.close();

        assertThat(time.failure(druid.tasks().submit(TestTasks.LOAD))).isInstanceOf(DruidTransportException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void anEndThatIsNotClearNamesTheId() {
        server.answers(status(504));

        assertThat(time.failure(druid.tasks()
                        .submit(TestTasks.LOAD.toBuilder().id("mine").build())))
                .isInstanceOfSatisfying(
                        TaskUnconfirmedException.class,
                        e -> assertThat(e.taskId()).isEqualTo("mine"))
                .hasMessageContaining("not known whether Druid took task mine")
                .hasCauseInstanceOf(DruidHttpException.class);
    }

    @Test
    void aServerThatDiesAfterTheFirstTryLeavesTheEndUnclear() {
        server.answers(lost());
        CompletableFuture<TaskHandle> submitted = druid.tasks().submit(TestTasks.LOAD);
        time.awaitIdle();
        server.close();

        assertThat(time.failure(submitted)).isInstanceOf(TaskUnconfirmedException.class);
    }

    @Test
    void aTaskThatExistsAndCannotBeReadBackLeavesTheEndUnclear() {
        server.script((request, number) -> {
            MockResponse answer = druid(request);
            return request.getTarget().equals(SUBMIT) ? (number == 1 ? lost() : answer) : status(403);
        });

        assertThat(time.failure(druid.tasks().submit(TestTasks.LOAD)))
                .isInstanceOf(TaskUnconfirmedException.class)
                .cause()
                .isInstanceOfSatisfying(
                        DruidHttpException.class, e -> assertThat(e.status()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 401, 403, 429})
    void aRefusalAfterALostReplyProvesNothing(int status) {
        server.script((request, number) -> {
            druid(request);
            return number == 1 ? lost() : status(status);
        });

        assertThat(time.failure(druid.tasks().submit(TestTasks.LOAD)))
                .isInstanceOfSatisfying(
                        TaskUnconfirmedException.class, e -> assertThat(taken).containsOnlyKeys(e.taskId()))
                .hasMessageContaining("answered " + status)
                .hasMessageContaining("an earlier try may have arrived");
    }

    /** As by a leader that lacks an extension, after one that had it and died. */
    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405})
    void aRefusalOfTheRequestItselfIsBelievedUnlessTheTaskIsThere(int status) {
        AtomicBoolean takes = new AtomicBoolean(true);
        server.script((request, number) -> {
            boolean submits = request.getTarget().equals(SUBMIT);
            MockResponse answer = !submits || takes.get() ? druid(request) : null;
            return submits ? (number == 1 || number == 4 ? lost() : status(status, "no such type")) : answer;
        });
        assertThat(time.finish(druid.tasks().submit(TestTasks.LOAD)).id()).isIn(taken.keySet());

        takes.set(false);
        assertThat(time.failure(druid.tasks().submit(TestTasks.LOAD))).isInstanceOf(DruidHttpException.class);
        assertThat(server.requestCount()).isEqualTo(6);
    }

    @Test
    void credentialsThatFailAfterALostReplyProveNothing() {
        AtomicInteger asked = new AtomicInteger();
        try (DruidClient bearer = Overheard.client()
                .url(server.uri().toString())
                .time(time)
                .credentials(Credentials.bearer(() -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new IllegalStateException("no token to be had");
                    }
                    return "token";
                }))
                .build()) {
            server.script((request, number) -> {
                druid(request);
                return lost();
            });

            assertThat(time.failure(bearer.tasks().submit(TestTasks.LOAD)))
                    .isInstanceOfSatisfying(
                            TaskUnconfirmedException.class,
                            e -> assertThat(taken).containsOnlyKeys(e.taskId()))
                    .hasMessageContaining("no token to be had; an earlier try may have arrived");
        }
    }

    @Test
    void aTaskThatIsThereAfterAllIsFound() {
        server.script((request, number) -> {
            MockResponse answer = druid(request);
            return request.getTarget().equals(SUBMIT) ? lost() : answer;
        });

        assertThat(time.finish(druid.tasks().submit(TestTasks.LOAD)).id()).isIn(taken.keySet());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatA500LeavesOpenTheClusterTells(boolean takes) {
        String verdict = "{\"error\":\"druidException\",\"errorCode\":\"internalServerError\",\"persona\":\"OPERATOR\","
                + "\"category\":\"RUNTIME_FAILURE\",\"errorMessage\":\"the store broke\",\"context\":{}}";
        server.script((request, number) -> {
            if (!request.getTarget().equals(SUBMIT)) {
                return druid(request);
            }
            if (takes) {
                druid(request);
            }
            return status(500, verdict);
        });
        CompletableFuture<TaskHandle> submitted = druid.tasks().submit(TestTasks.LOAD);

        if (takes) {
            assertThat(time.finish(submitted).id()).isIn(taken.keySet());
        } else {
            assertThat(time.failure(submitted))
                    .isInstanceOf(DruidHttpException.class)
                    .hasMessageContaining("the store broke");
        }
    }

    @Test
    void closingTheClientLeavesTheEndUnclear() {
        server.answers(TestServer.silence());
        CompletableFuture<TaskHandle> submitted = druid.tasks().submit(TestTasks.LOAD);
        druid.close();

        assertThat(time.failure(submitted))
                .isInstanceOf(TaskUnconfirmedException.class)
                .hasMessageContaining("the client was closed");
    }

    @Test
    void whoCancelsSendsNothingMore() {
        server.answers(status(503));
        CompletableFuture<TaskHandle> submitted = druid.tasks().submit(TestTasks.LOAD);
        time.advance(Duration.ofSeconds(5));
        int before = server.requestCount();
        submitted.cancel(true);
        time.advance(Duration.ofMinutes(5));

        assertThat(server.requestCount()).isEqualTo(before);
    }

    // ----------------------------------------------------------------------------------------------------------
    // helpers

    /** What an Overlord answers: it takes an id once, and fills in defaults. */
    private MockResponse druid(RecordedRequest request) {
        if (request.getTarget().equals(SUBMIT)) {
            String id = id(request);
            ObjectNode filledIn = (ObjectNode) read(request);
            filledIn.withObject("/context").put("forceTimeChunkLock", true);
            filledIn.put("groupId", id);
            return taken.putIfAbsent(id, filledIn) == null
                    ? json(JsonNodeFactory.instance.objectNode().put("task", id).toString())
                    : status(
                            400,
                            "{\"error\":\"druidException\",\"errorCode\":\"entryAlreadyExists\",\"persona\":\"USER\","
                                    + "\"category\":\"INVALID_INPUT\",\"errorMessage\":\"Task[" + id
                                    + "] already exists\",\"context\":{}}");
        }
        String id = request.getUrl().pathSegments().get(4);
        JsonNode payload = taken.get(id);
        return payload == null
                ? status(404, "Cannot find any task with id: [" + id + "]")
                : json(JsonNodeFactory.instance
                        .objectNode()
                        .<ObjectNode>set("payload", payload)
                        .<ObjectNode>set("task", TextNode.valueOf(id))
                        .toString());
    }

    private List<JsonNode> posts() {
        return server.requests().stream()
                .filter(r -> r.getTarget().equals(SUBMIT))
                .map(SubmissionTest::read)
                .collect(Collectors.toList());
    }

    private static String id(RecordedRequest request) {
        return read(request).path("id").asText();
    }

    private static JsonNode read(RecordedRequest request) {
        try {
            return new ObjectMapper().readTree(TestServer.body(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
