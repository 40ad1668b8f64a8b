package io.druidingest.testkit.internal.fake.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;

/** One node on a port of the loopback interface: the only place that knows MockWebServer. */
public final class Node implements AutoCloseable {

    /** The connection is closed instead. */
    private static final MockResponse NONE = new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket())
            .build();

    private final int number;
    private final Supplier<? extends Answers> druid;
    private final URI uri;
    private final Set<Thread> answering = ConcurrentHashMap.newKeySet();
    private MockWebServer server;
    private volatile boolean up = true;

    /**
     * Listens on a free port.
     *
     * @param number what its requests say that they came to
     * @param druid who answers, asked for each request
     * @throws UncheckedIOException if there is no free port
     */
    public Node(int number, Supplier<? extends Answers> druid) {
        this.number = number;
        this.druid = druid;
        this.server = listening(0);
        this.uri = URI.create("http://127.0.0.1:" + server.getPort());
    }

    private MockWebServer listening(int port) {
        MockWebServer fresh = new MockWebServer();
        fresh.setServerSocketFactory(new PromptSockets());
        fresh.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return respond(request);
            }
        });
        try {
            fresh.start(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new UncheckedIOException("no port to listen on", e);
        }
        return fresh;
    }

    public URI uri() {
        return uri;
    }

    /** Refuses connections from now on, and loses those that are open, and the answers that are held up. */
    public synchronized void down() {
        up = false;
        answering.forEach(Thread::interrupt); // or the server would wait for those, and they for the time
        server.close();
    }

    /** Listens again, where it did. */
    public synchronized void up() {
        if (!up) {
            server = listening(uri.getPort());
            up = true;
        }
    }

    /** The response; none if this node goes down meanwhile. */
    private MockResponse respond(RecordedRequest recorded) {
        try {
            return whileUp(() -> response(recorded));
        } catch (InterruptedException e) {
            return NONE;
        }
    }

    /** Does something that ends with an interrupt when this node goes down. */
    private <T> T whileUp(Answering<T> answer) throws InterruptedException {
        answering.add(Thread.currentThread());
        try {
            if (!up) {
                throw new InterruptedException("this node is down");
            }
            return answer.get();
        } finally {
            answering.remove(Thread.currentThread());
        }
    }

    private MockResponse response(RecordedRequest recorded) throws InterruptedException {
        Map<String, String> headers = new HashMap<>();
        recorded.getHeaders()
                .names()
                .forEach(name -> headers.put(name, recorded.getHeaders().get(name)));
        ByteString body = recorded.getBody();
        Answers answers = druid.get();
        Reply reply = answer(
                answers,
                new Request(
                        number,
                        recorded.getMethod(),
                        recorded.getTarget(),
                        headers,
                        body == null ? new byte[0] : body.toByteArray()));
        MockResponse.Builder response = new MockResponse.Builder().code(reply.status());
        reply.headers().forEach(response::setHeader);
        response.body(new Buffer().write(reply.body()));
        switch (reply.delivery()) {
            case NOT:
                return NONE;
            case HALF:
                return response.onResponseBody(new SocketEffect.CloseSocket()).build();
            case IN_HALVES:
                return response.body(new Halves(reply, answers)).build();
            default:
                return response.build();
        }
    }

    /** The answer; that something is wrong with the fake, if it is, for else nobody would get any. */
    private static Reply answer(Answers answers, Request request) throws InterruptedException {
        try {
            return answers.answer(request);
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Reply.of(500, "text/plain", "this Druid is a fake, and it failed at " + request + ": " + trace);
        }
    }

    /** A body with a pause in its middle. */
    private final class Halves implements MockResponseBody {

        private final byte[] body;
        private final Reply reply;
        private final Answers answers;

        Halves(Reply reply, Answers answers) {
            this.body = reply.body();
            this.reply = reply;
            this.answers = answers;
        }

        @Override
        public long getContentLength() {
            return body.length;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            int half = body.length / 2;
            sink.write(body, 0, half).flush();
            try {
                whileUp(() -> {
                    answers.pause(reply.pause());
                    return reply;
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped in the middle of a body");
            }
            sink.write(body, half, body.length - half).flush();
        }
    }

    /** Stops listening. */
    @Override
    public synchronized void close() {
        server.close();
    }

    private interface Answering<T> {
        T get() throws InterruptedException;
    }

    /** Answers requests, on many threads at once. */
    public interface Answers {

        Reply answer(Request request) throws InterruptedException;

        /** Lets virtual time pass in the middle of an answer. */
        void pause(Duration time) throws InterruptedException;
    }
}
