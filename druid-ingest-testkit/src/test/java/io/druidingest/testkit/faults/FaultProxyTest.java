package io.druidingest.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That each fault is what it says; the tests that rest on it could not tell. */
@Timeout(60)
class FaultProxyTest {

    private static final String LONG = "0123456789".repeat(10_000);
    private static final Set<Fault> ANSWERED =
            EnumSet.of(Fault.NONE, Fault.BAD_GATEWAY, Fault.BAD_GATEWAY_AFTER, Fault.UNAVAILABLE, Fault.TOO_MANY);
    private static final Set<Fault> STALLED = EnumSet.of(Fault.STALL_AFTER, Fault.STALL_BEFORE, Fault.LATE);

    private final MockWebServer server = new MockWebServer();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FaultProxy proxy;

    FaultProxyTest() throws IOException {
        server.start();
        proxy = FaultProxy.before(server.url("/").uri());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = "REFUSED", mode = EnumSource.Mode.EXCLUDE)
    void happensToOneRequestAndTheNextOneFaresWell(Fault fault) throws Exception {
        server.enqueue(answer("first"));
        server.enqueue(answer("second"));
        proxy.plan(request -> fault);
        if (ANSWERED.contains(fault)) {
            assertThat(post().statusCode()).isEqualTo(status(fault));
        } else {
            assertThatThrownBy(this::post)
                    .isInstanceOf(STALLED.contains(fault) ? HttpTimeoutException.class : IOException.class);
        }
        proxy.plan(request -> Fault.NONE);
        HttpResponse<String> next = post();

        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.body()).isEqualTo(fault.isPassedOn() ? "second" : "first");
        assertThat(server.getRequestCount()).isEqualTo(fault.isPassedOn() ? 2 : 1);
        assertThat(proxy.happened())
                .isEqualTo(fault == Fault.NONE ? Map.of(Fault.NONE, 2) : Map.of(fault, 1, Fault.NONE, 1));
    }

    @Test
    void whatIsNotDisturbedArrivesWhole() throws Exception {
        server.enqueue(new MockResponse.Builder().chunkedBody(LONG, 1_000).build());
        server.enqueue(new MockResponse.Builder().code(204).build());

        assertThat(post().body()).isEqualTo(LONG);
        assertThat(post().statusCode()).isEqualTo(204);
        RecordedRequest received = server.takeRequest();
        assertThat(received.getRequestLine()).isEqualTo("POST /thing?x=1 HTTP/1.1");
        assertThat(received.getHeaders().get("X-Test")).isEqualTo("yes");
        assertThat(received.getBody().utf8()).isEqualTo(LONG);
    }

    @Test
    void whatIsLateArrivesWhenItIsTold() throws Exception {
        server.enqueue(answer("first"));
        server.enqueue(answer("second"));
        proxy.plan(request -> Fault.LATE);
        assertThatThrownBy(this::post).isInstanceOf(HttpTimeoutException.class);
        proxy.plan(request -> Fault.NONE);
        assertThat(post().body()).isEqualTo("first");

        assertThat(proxy.deliverLate()).containsExactly("HTTP/1.1 200 OK");
        assertThat(proxy.deliverLate()).isEmpty();
        server.takeRequest();
        RecordedRequest late = server.takeRequest();
        assertThat(late.getRequestLine()).isEqualTo("POST /thing?x=1 HTTP/1.1");
        assertThat(late.getBody().utf8()).isEqualTo(LONG);
    }

    @Test
    void oneRequestMayShutTheDoorForTheNext() throws Exception {
        server.enqueue(answer("first"));
        proxy.plan(request -> Fault.REFUSED);
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThatThrownBy(this::post).isInstanceOf(ConnectException.class);
        proxy.plan(request -> Fault.NONE);
        proxy.accept();

        assertThat(post().body()).isEqualTo("first");
        assertThat(proxy.happened()).isEqualTo(Map.of(Fault.REFUSED, 1, Fault.NONE, 1));
    }

    @Test
    void refusesAndTakesConnectionsAgainOnTheSamePort() throws Exception {
        server.enqueue(answer("first"));
        server.enqueue(answer("second"));
        assertThat(post().body()).isEqualTo("first");
        proxy.refuse();
        assertThatThrownBy(this::post).isInstanceOf(IOException.class); // on the connection that was open
        assertThatThrownBy(this::post).isInstanceOf(ConnectException.class);
        proxy.accept();

        assertThat(post().body()).isEqualTo("second");
    }

    private static int status(Fault fault) {
        switch (fault) {
            case NONE:
                return 200;
            case UNAVAILABLE:
                return 503;
            case TOO_MANY:
                return 429;
            default:
                return 502;
        }
    }

    private static MockResponse answer(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(proxy.uri().resolve("/thing?x=1"))
                        .header("X-Test", "yes")
                        .timeout(Duration.ofSeconds(2))
                        .POST(HttpRequest.BodyPublishers.ofString(LONG))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
