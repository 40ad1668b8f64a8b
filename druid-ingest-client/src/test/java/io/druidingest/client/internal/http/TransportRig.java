package io.druidingest.client.internal.http;

import static io.druidingest.client.TestServer.json;

import io.druidingest.client.ManualTime;
import io.druidingest.client.Overheard;
import io.druidingest.client.TestServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;

/** A transport on a time that a test moves, and a server that answers as a test says. */
abstract class TransportRig {

    static final Duration RETRY_FOR = Duration.ofMinutes(2);
    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

    static final Endpoint<String> QUESTION = Endpoint.get(
            Service.OVERLORD, "/thing/{id}", reply -> reply.json().path("v").asText());
    static final Endpoint<String> REPEATABLE = Endpoint.repeatablePost(
            Service.OVERLORD, "/again", reply -> reply.json().path("v").asText());
    static final Endpoint<String> ONCE = Endpoint.post(
            Service.OVERLORD, "/once", reply -> reply.json().path("v").asText());

    static final MockResponse GOOD = json("{\"v\":\"good\"}");

    final ManualTime time = new ManualTime();
    final TestServer server = TestServer.start();
    private final List<Transport> transports = new ArrayList<>();
    final Transport transport = transport(server.uri(), 64);

    Transport transport(URI uri, int maxInFlight) {
        Transport made = new Transport(
                Overheard.config(Addresses.ofRouters(List.of(uri)))
                        .requestTimeout(REQUEST_TIMEOUT)
                        .retryFor(RETRY_FOR)
                        .maxInFlight(maxInFlight)
                        .maxResponseBytes(1_000),
                time);
        return closeLater(made);
    }

    Transport closeLater(Transport made) {
        transports.add(made);
        return made;
    }

    @AfterEach
    void close() {
        transports.forEach(Transport::close);
        server.close();
    }
}
