package io.druidingest.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server that answers as a test says, and remembers what it was asked. */
public final class TestServer implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Numbered script = new Numbered((request, number) -> status(404));

    private TestServer() {
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                requests.add(request);
                return script.apply(request);
            }
        });
    }

    /** A server on a free port. */
    public static TestServer start() {
        return start(0);
    }

    /** A server on a free port that talks TLS, and may insist on a certificate that the context trusts. */
    public static TestServer startTls(SSLContext context, boolean clientAuth) {
        TestServer server = new TestServer();
        server.server.useHttps(context.getSocketFactory());
        if (clientAuth) {
            server.server.requireClientAuth();
        }
        try {
            server.server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    /** A server on that port. */
    public static TestServer start(int port) {
        TestServer server = new TestServer();
        try {
            server.server.start(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    /** A port on which nobody listens. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI uri() {
        return uri(server.getPort());
    }

    /** Answers with these in turn, and with the last one for ever. */
    public void answers(MockResponse... answers) {
        script((request, number) -> answers[Math.min(number, answers.length) - 1]);
    }

    public void script(Script newScript) {
        this.script = new Numbered(newScript);
    }

    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public int requestCount() {
        return requests.size();
    }

    /** How many connections have been made so far, whether they are still open or not. */
    public int connectionCount() {
        return connections.get();
    }

    public static String body(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }

    public static MockResponse json(String body) {
        return status(200, body);
    }

    public static MockResponse status(int status) {
        return status(status, "");
    }

    public static MockResponse status(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    /** Takes the whole request, and closes the connection instead of answering. */
    public static MockResponse lost() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    /** Takes the whole request, and never answers. */
    public static MockResponse silence() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Numbered {

        private final Script script;
        private final AtomicInteger number = new AtomicInteger();

        Numbered(Script script) {
            this.script = script;
        }

        MockResponse apply(RecordedRequest request) throws InterruptedException {
            return script.answer(request, number.incrementAndGet());
        }
    }

    /** Sends the parts of an answer as they are written, instead of 40 milliseconds later; and counts connections. */
    private final class PromptSockets extends ServerSocketFactory {

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket socket = super.accept();
                    connections.incrementAndGet();
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }

    /** What a server answers. */
    @FunctionalInterface
    public interface Script {

        /**
         * @param number 1 for the first request that this script answers, and so on
         */
        MockResponse answer(RecordedRequest request, int number) throws InterruptedException;
    }
}
