package io.druidingest.client.internal.http;

import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.DruidIngestException;
import io.druidingest.client.Credentials;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.Overheard;
import io.druidingest.client.TestServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** To which node a request goes, with its credentials, and to which it never does. */
class NodesTest extends TransportRig {

    private static final Endpoint<String> STATUS =
            Endpoint.get(Service.OVERLORD, "/status", Reply::text).ofEachNode();

    private final TestServer second = TestServer.start();

    @AfterEach
    void closeSecond() {
        second.close();
    }

    private Transport among(Set<String> trusted, URI... overlords) {
        TransportConfig config = Overheard.config(
                        Addresses.ofNodes(Map.of(Service.OVERLORD, List.of(overlords)), trusted))
                .credentials(Credentials.bearer("token-of-ours"));
        return closeLater(new Transport(config, time));
    }

    private static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(307).addHeader("Location", to).build();
    }

    private static List<String> seen(TestServer node) {
        return node.requests().stream()
                .map(r -> r.getMethod() + " " + r.getTarget() + " "
                        + r.getHeaders().get("Authorization") + " " + TestServer.body(r))
                .collect(Collectors.toList());
    }

    // ------------------------------------------------------------------------------------------------------ redirects

    @Test
    void aFollowerLeadsToTheLeaderWithMethodBodyAndCredentials() {
        server.answers(redirect(second.uri() + "/again"));
        second.answers(GOOD);
        Transport nodes = among(Set.of(), server.uri(), second.uri());

        assertThat(time.finish(nodes.send(REPEATABLE.callWith("[1]".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("good");
        assertThat(seen(second)).containsExactly("POST /again Bearer token-of-ours [1]");
    }

    @Test
    void theLeaderIsAskedFirstFromThenOn() {
        server.answers(redirect(second.uri() + "/thing/x"));
        second.answers(GOOD);
        Transport nodes = among(Set.of(), server.uri(), second.uri());
        time.finish(nodes.send(QUESTION.call("x")));
        time.finish(nodes.send(QUESTION.call("x")));

        assertThat(server.requestCount()).isEqualTo(1);
        assertThat(second.requestCount()).isEqualTo(2);
    }

    @Test
    void aNodeThatWasNotNamedGetsNothing() {
        server.answers(redirect(second.uri() + "/thing/x"));
        Transport nodes = among(Set.of(), server.uri());

        assertThat(time.failure(nodes.send(QUESTION.call("x"))))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("this node sends to " + second.uri() + "/thing/x; name");
        assertThat(second.requestCount()).isZero();
    }

    @Test
    void aNodeThatIsTrustedByAnotherNameIsFollowedTo() {
        server.answers(redirect(second.uri() + "/thing/x"));
        second.answers(GOOD);
        Transport nodes = among(Set.of(second.uri().getAuthority()), server.uri());

        assertThat(time.finish(nodes.send(QUESTION.call("x")))).isEqualTo("good");
    }

    @Test
    void nodesThatSendInCirclesAreLeft() {
        server.answers(redirect(second.uri() + "/once"));
        second.answers(redirect(server.uri() + "/once"));
        Transport nodes = among(Set.of(), server.uri(), second.uri());

        assertThat(time.failure(nodes.sendOnce(ONCE.call())))
                .isInstanceOfSatisfying(
                        DruidTransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isFalse())
                .hasMessageContaining("do not agree on a leader");
        assertThat(server.requestCount() + second.requestCount()).isEqualTo(6);
    }

    @Test
    void fromTlsThereIsNoWayBackToClearText() {
        Addresses addresses = Addresses.ofNodes(
                Map.of(
                        Service.OVERLORD,
                        List.of(URI.create("https://a:8290"), URI.create("http://b:8090"), URI.create("https://c"))),
                Set.of());

        assertThat(addresses.redirected(URI.create("https://a:8290"), "http://b:8090/x"))
                .isNull();
        assertThat(addresses.redirected(URI.create("http://b:8090"), "https://A:8290/x?y"))
                .isEqualTo(URI.create("https://A:8290"));
        assertThat(addresses.redirected(URI.create("http://b:8090"), "https://c:443/x"))
                .isEqualTo(URI.create("https://c:443"));
        assertThat(addresses.redirected(URI.create("http://b:8090"), "http://user@b.evil.org/x"))
                .isNull();
        assertThat(addresses.redirected(URI.create("http://b:8090"), "/relative"))
                .isNull();
        assertThat(addresses.redirected(URI.create("http://b:8090"), "http://["))
                .isNull();
        assertThat(addresses.redirected(URI.create("http://b:8090"), null)).isNull();
    }

    // ------------------------------------------------------------------------------------------------------- failures

    @Test
    void whenANodeIsGoneTheNextOneIsAsked() {
        second.answers(GOOD);
        Transport nodes = among(Set.of(), TestServer.uri(TestServer.freePort()), second.uri());

        assertThat(time.finish(nodes.send(QUESTION.call("x")))).isEqualTo("good");
    }

    @Test
    void whenANodeIsNotReadyTheNextOneIsAsked() {
        server.answers(status(503));
        second.answers(GOOD);
        Transport nodes = among(Set.of(), server.uri(), second.uri());

        assertThat(time.finish(nodes.send(QUESTION.call("x")))).isEqualTo("good");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void aFollowerOfADeadLeaderIsAskedUntilThereIsAnother() {
        URI dead = TestServer.uri(TestServer.freePort());
        second.script((RecordedRequest request, int number) -> number < 4 ? redirect(dead + "/thing/x") : GOOD);
        Transport nodes = among(Set.of(), dead, second.uri());

        assertThat(time.finish(nodes.send(QUESTION.call("x")))).isEqualTo("good");
        assertThat(second.requestCount()).isEqualTo(4);
    }

    // --------------------------------------------------------------------------------------------- Routers and
    // services

    @Test
    void aRouterIsToldWhenAPathIsMeantForTheServiceBehindIt() {
        server.answers(status(200, "ok"));
        time.finish(transport.send(STATUS.call()));
        time.finish(among(Set.of(), server.uri()).send(STATUS.call()));

        assertThat(server.requests())
                .extracting(RecordedRequest::getTarget)
                .containsExactly("/proxy/overlord/status", "/status");
    }

    @Test
    void aServiceThatWasNotNamedIsAskedFor() {
        Endpoint<String> query = Endpoint.get(Service.BROKER, "/q", Reply::text);

        assertThat(time.failure(among(Set.of(), server.uri()).send(query.call())))
                .isInstanceOf(DruidIngestException.class)
                .hasMessage("no Broker is named: give the client a Router by url(..), or its Brokers by brokers(..)");
    }

    @Test
    void oneOfSeveralRoutersIsEnough() {
        second.answers(GOOD);
        TransportConfig config = Overheard.config(
                Addresses.ofRouters(Arrays.asList(TestServer.uri(TestServer.freePort()), second.uri())));
        Transport routed = closeLater(new Transport(config, time));

        assertThat(time.finish(routed.send(QUESTION.call("x")))).isEqualTo("good");
    }
}
