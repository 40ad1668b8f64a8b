package io.druidingest.testkit.internal.fake.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;

/** One node on a port of the loopback interface: the only place that knows MockWebServer. */
public final class Node implements AutoCloseable {

    private final int number;
    private final Answers answers;
    private final MockWebServer server = new MockWebServer();

    /**
     * Listens on a free port.
     *
     * @param number what its requests say that they came to
     * @throws UncheckedIOException if there is no free port
     */
    public Node(int number, Answers answers) {
        this.number = number;
        this.answers = answers;
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return respond(request);
            }
        });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port to listen on", e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    private MockResponse respond(RecordedRequest recorded) throws InterruptedException {
        Map<String, String> headers = new HashMap<>();
        recorded.getHeaders()
                .names()
                .forEach(name -> headers.put(name, recorded.getHeaders().get(name)));
        ByteString body = recorded.getBody();
        Reply reply = answers.answer(new Request(
                number,
                recorded.getMethod(),
                recorded.getTarget(),
                headers,
                body == null ? new byte[0] : body.toByteArray()));
        MockResponse.Builder response = new MockResponse.Builder().code(reply.status());
        reply.headers().forEach(response::setHeader);
        return response.body(new Buffer().write(reply.body())).build();
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.close();
    }

    /** Answers requests, on many threads at once. */
    @FunctionalInterface
    public interface Answers {
        Reply answer(Request request) throws InterruptedException;
    }
}
