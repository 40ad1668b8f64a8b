package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.lost;
import static io.druidingest.client.TestServer.status;
import static io.druidingest.client.TestSupervisors.HISTORY;
import static io.druidingest.client.TestSupervisors.NO_HISTORY;
import static io.druidingest.client.TestSupervisors.PATH;
import static io.druidingest.client.TestSupervisors.SPEC;
import static io.druidingest.client.TestSupervisors.STATUS;
import static io.druidingest.client.TestSupervisors.TERMINATED;
import static io.druidingest.client.TestSupervisors.UNKNOWN;
import static io.druidingest.client.TestSupervisors.WIKI;
import static io.druidingest.client.TestSupervisors.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.client.internal.endpoint.SupervisorEndpoints;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorSummary;
import io.druidingest.client.model.SupervisorVersion;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.KafkaSupervisor;
import io.druidingest.spec.UnknownSupervisor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisorsTest {

    private static final KafkaSupervisor SECOND = WIKI.toBuilder()
            .id("second")
            .context(c -> c.useConcurrentLocks(true))
            .build();

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();
    private final Supervisors supervisors = druid.supervisors();

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void theSpecIsSentAndDruidsIdComesBack() throws IOException {
        server.answers(json("{\"id\":\"wiki\"}"));

        assertThat(time.finish(supervisors.submit(WIKI)).id()).isEqualTo("wiki");
        assertThat(asked()).containsExactly("POST " + PATH);
        assertThat(new ObjectMapper().readTree(TestServer.body(server.requests().get(0))))
                .isEqualTo(SpecJson.tree(WIKI));
    }

    @Test
    void aSupervisorThatHasTheSpecCanBeLeftAlone() {
        server.answers(json("{\"id\":\"wiki\"}"));
        time.finish(supervisors.submit(WIKI, o -> o.skipRestartIfUnmodified(true)));
        time.finish(supervisors.submit(WIKI, o -> o.skipRestartIfUnmodified(false)));

        assertThat(asked()).containsExactly("POST " + PATH + "?skipRestartIfUnmodified=true", "POST " + PATH);
    }

    @Test
    void anIdOfItsOwnIsNotSentToADruidThatIgnoresIt() {
        server.answers(json("{\"version\":\"33.0.0\"}"));

        assertThat(time.failure(supervisors.submit(SECOND)))
                .isInstanceOfSatisfying(
                        UnsupportedVersionException.class,
                        e -> assertThat(e.version()).hasToString("33.0.0"))
                .hasMessage("that a supervisor has another id than its datasource takes Druid 34 or newer, and this is"
                        + " 33.0.0");
        assertThat(asked()).containsExactly("GET /proxy/overlord/status");
    }

    static Stream<MockResponse> versions() {
        return Stream.of(json("{\"version\":\"37.0.0\"}"), status(403, "{\"Access-Check-Result\":\"no\"}"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anIdOfItsOwnIsSentToADruidThatMayKnowIt(MockResponse version) {
        server.answers(version, json("{\"id\":\"second\"}"));

        assertThat(time.finish(supervisors.submit(SECOND)).id()).isEqualTo("second");
    }

    @Test
    void anIdOfItsOwnIsNotSentIfTheVersionCannotBeAsked() {
        server.answers(status(400, "no"));

        assertThat(time.failure(supervisors.submit(SECOND))).isInstanceOf(DruidHttpException.class);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void changesHaveTwoMinutesWhateverTheClientsOwnTimeOut() {
        assertThat(Stream.of(
                        SupervisorEndpoints.SUBMIT,
                        SupervisorEndpoints.SUSPEND,
                        SupervisorEndpoints.RESUME,
                        SupervisorEndpoints.TERMINATE,
                        SupervisorEndpoints.RESET,
                        SupervisorEndpoints.RESET_OFFSETS))
                .allMatch(e -> Duration.ofMinutes(2).equals(e.timeout()));
    }

    @Test
    void anOverlordThatIsNotReadyIsAskedAgain() {
        server.answers(
                status(503),
                status(503, "{\"error\":\"Unable to determine destination[/x]\"}"),
                json("{\"id\":\"wiki\"}"));

        assertThat(time.finish(supervisors.submit(WIKI))).hasToString("SupervisorHandle{wiki}");
    }

    static Stream<MockResponse> unclear() {
        return Stream.of(lost(), status(502), status(504, "<html><title>Gateway Timeout</title></html>"));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void withoutAnAnswerItIsNotSentAgainAndNotKnownWhatHasBecomeOfIt(MockResponse answer) {
        server.answers(answer);

        assertThat(time.failure(supervisors.submit(WIKI)))
                .isInstanceOfSatisfying(
                        SupervisorUnconfirmedException.class,
                        e -> assertThat(e.supervisorId()).isEqualTo("wiki"))
                .hasMessageStartingWith("it is not known whether Druid took supervisor wiki: POST " + PATH)
                .hasMessageEndingWith(
                        "see with status() whether it runs, or submit it again with" + " skipRestartIfUnmodified");
        assertThat(asked()).containsExactly("POST " + PATH);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void aSupervisorThatIsGoneAfterARefusalIsToldAsLost(int refusal) {
        server.answers(status(refusal, page("Unclosed character class")), status(404, UNKNOWN), json(HISTORY));

        assertThat(time.failure(supervisors.submit(WIKI)))
                .isInstanceOfSatisfying(
                        SupervisorLostException.class,
                        e -> assertThat(e.supervisorId()).isEqualTo("wiki"))
                .hasMessage("supervisor wiki was stopped, and does not run any more: POST " + PATH + " answered "
                        + refusal
                        + ": Unclosed character class; submit it with a spec that Druid can start: the last one"
                        + " is the first of its history()")
                .hasCauseInstanceOf(DruidHttpException.class);
        assertThat(asked())
                .containsExactly(
                        "POST " + PATH, "GET " + PATH + "/wiki/status", "GET " + PATH + "/wiki/history?count=1");
    }

    static Stream<Arguments> standings() {
        return Stream.of(
                Arguments.of("still runs", List.of(json(STATUS))),
                Arguments.of("was never there", List.of(status(404, UNKNOWN), status(404, NO_HISTORY))),
                Arguments.of("had been terminated", List.of(status(404, UNKNOWN), json(TERMINATED))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("standings")
    void aRefusalThatChangedNothingIsARefusal(String why, List<MockResponse> looks) {
        server.answers(Stream.concat(Stream.of(status(500, page("no"))), looks.stream())
                .toArray(MockResponse[]::new));

        assertThat(time.failure(supervisors.submit(WIKI)))
                .isInstanceOf(DruidHttpException.class)
                .hasMessage("POST " + PATH + " answered 500: no");
        assertThat(server.requestCount()).isEqualTo(1 + looks.size());
    }

    @Test
    void aRefusalStaysOneIfItCannotBeSeenWhatBecameOfTheSupervisor() {
        server.answers(status(400, "{\"error\":\"bad\"}"), status(403, "{\"Access-Check-Result\":\"no\"}"));

        assertThat(time.failure(supervisors.submit(WIKI)))
                .isInstanceOf(DruidHttpException.class)
                .hasMessage("POST " + PATH + " answered 400: bad")
                .satisfies(e ->
                        assertThat(e.getSuppressed()).singleElement().asString().contains("/status answered 403: no"));
    }

    @Test
    void ofASupervisorWithoutAnIdNothingCanBeAsked() {
        server.answers(status(500, page("no")));
        UnknownSupervisor other = UnknownSupervisor.of(s -> s.type("other"));

        assertThat(time.failure(supervisors.submit(other))).isInstanceOf(DruidHttpException.class);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void theIdsAreAList() {
        server.answers(json("[\"wiki\",\"autocompact__wiki\"]"));

        assertThat(time.finish(supervisors.ids())).containsExactly("wiki", "autocompact__wiki");
    }

    @Test
    void theStatesTellNothingOfSpecs() {
        server.answers(json("[{\"id\":\"wiki\",\"state\":\"RUNNING\",\"detailedState\":\"CONNECTING_TO_STREAM\","
                + "\"healthy\":true,\"suspended\":false},{\"id\":\"new\",\"dataSource\":\"ds\",\"state\":\"BOUNCING\","
                + "\"detailedState\":\"BOUNCING_HIGH\",\"healthy\":false,\"suspended\":false}]"));

        List<SupervisorSummary> states = time.finish(supervisors.states());

        assertThat(asked()).containsExactly("GET " + PATH + "?state=true");
        assertThat(states.get(0)).satisfies(wiki -> {
            assertThat(wiki.id()).isEqualTo("wiki");
            assertThat(wiki.state()).isEqualTo(SupervisorState.RUNNING);
            assertThat(wiki.detailedState()).isEqualTo("CONNECTING_TO_STREAM");
            assertThat(wiki.healthy()).isTrue();
            assertThat(wiki.dataSource()).isNull();
            assertThat(wiki.suspended()).as("what Druid says here is wrong").isNull();
            assertThat(wiki.type()).isNull();
            assertThat(wiki.source()).isNull();
            assertThat(wiki.spec()).isNull();
        });
        assertThat(states.get(1)).satisfies(other -> {
            assertThat(other.dataSource()).isEqualTo("ds");
            assertThat(other.state()).isEqualTo(SupervisorState.UNKNOWN);
            assertThat(other.detailedState()).isEqualTo("BOUNCING_HIGH");
            assertThat(other.healthy()).isFalse();
        });
    }

    @Test
    void theListTellsSpecsAndDoesNotPrintThem() {
        server.answers(
                json("[{\"id\":\"wiki\",\"state\":\"SUSPENDED\",\"detailedState\":\"SUSPENDED\",\"healthy\":true,"
                        + "\"specString\":" + TextNode.valueOf(SPEC) + ",\"type\":\"kafka\",\"source\":\"edits\","
                        + "\"suspended\":true}]"));

        SupervisorSummary wiki = time.finish(supervisors.list()).get(0);

        assertThat(asked()).containsExactly("GET " + PATH + "?system=true");
        assertThat(wiki.type()).isEqualTo("kafka");
        assertThat(wiki.source()).isEqualTo("edits");
        assertThat(wiki.suspended()).isTrue();
        assertThat(SpecJson.diff(WIKI, wiki.spec())).isEmpty();
        assertThat(wiki)
                .hasToString(
                        "SupervisorSummary{\"id\":\"wiki\",\"state\":\"SUSPENDED\",\"detailedState\":\"SUSPENDED\"}");
        assertThat(wiki.json().toString()).contains("hush");
    }

    @Test
    void theHistoryIsThatOfAllAndDoesNotPrintSpecs() {
        server.answers(json("{\"gone\":" + TERMINATED + ",\"wiki\":" + HISTORY + "}"));

        Map<String, List<SupervisorVersion>> history = time.finish(supervisors.history());

        assertThat(asked()).containsExactly("GET " + PATH + "/history");
        assertThat(history).containsOnlyKeys("gone", "wiki");
        assertThat(history.get("gone"))
                .extracting(SupervisorVersion::isTombstone)
                .containsExactly(true, false);
        assertThat(history.get("gone").get(0).spec()).isNull();
        assertThat(history.get("wiki").get(0)).satisfies(version -> {
            assertThat(version.version()).isEqualTo("2026-11-20T13:54:27.513Z");
            assertThat(version.time()).isEqualTo("2026-11-20T13:54:27.513Z");
            assertThat(SpecJson.diff(WIKI, version.spec())).isEmpty();
            assertThat(version)
                    .hasToString("SupervisorVersion{\"version\":\"2026-11-20T13:54:27.513Z\",\"type\":\"kafka\"}");
        });
    }

    static Stream<Arguments> wholesale() {
        return Stream.of(
                Arguments.of("suspendAll", (Function<Supervisors, CompletableFuture<?>>) Supervisors::suspendAll),
                Arguments.of("resumeAll", (Function<Supervisors, CompletableFuture<?>>) Supervisors::resumeAll),
                Arguments.of("terminateAll", (Function<Supervisors, CompletableFuture<?>>) Supervisors::terminateAll));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholesale")
    void whatIsDoneToAllMayBeDoneAgain(String verb, Function<Supervisors, CompletableFuture<?>> order) {
        server.answers(lost(), json("{\"status\":\"success\"}"));

        assertThat(time.finish(order.apply(supervisors))).isNull();
        assertThat(asked()).containsExactly("POST " + PATH + "/" + verb, "POST " + PATH + "/" + verb);
    }

    private List<String> asked() {
        return server.requests().stream()
                .map(r -> r.getMethod() + " " + r.getTarget())
                .collect(Collectors.toList());
    }
}
