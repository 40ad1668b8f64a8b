package io.druidingest.testkit.faults;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stands between a client and a server, and lets happen to each request what a test says. Thread-safe. */
final class FaultProxy implements AutoCloseable {

    /** Below the ports that systems hand out by themselves, or somebody gets ours while connections are refused. */
    private static final int LOWEST = 10_000;

    private static final int HIGHEST = 15_000;

    private final URI server;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Fault, AtomicInteger> happened = new ConcurrentHashMap<>();
    private final Queue<HttpMessage> late = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Function<String, Fault> plan = request -> Fault.NONE;
    private volatile UnaryOperator<HttpMessage> alteration = UnaryOperator.identity();
    private @Nullable ServerSocket listener;

    private FaultProxy(URI server) throws IOException {
        this.server = server;
        ServerSocket free = free();
        this.port = free.getLocalPort();
        listen(free);
    }

    /** A proxy on a port of its own, which passes everything on until {@link #plan} says otherwise. */
    static FaultProxy before(URI server) throws IOException {
        return new FaultProxy(server);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What is to happen to each request from now on, by its first line: method, target and version. */
    void plan(Function<String, Fault> newPlan) {
        this.plan = newPlan;
    }

    /** What becomes of each request that is passed on. */
    void alter(UnaryOperator<HttpMessage> newAlteration) {
        this.alteration = newAlteration;
    }

    /** How often each fault has happened, {@link Fault#NONE} included. */
    Map<Fault, Integer> happened() {
        Map<Fault, Integer> counts = new TreeMap<>();
        happened.forEach((fault, count) -> counts.put(fault, count.get()));
        return counts;
    }

    /** From now on connections are refused, and those that are open are reset. */
    synchronized void refuse() throws IOException {
        if (listener != null) {
            listener.close();
            listener = null;
        }
        for (Socket socket : open) {
            reset(socket);
        }
    }

    /** Takes connections again, on the same port. */
    synchronized void accept() throws IOException {
        if (listener == null) {
            listen(bound(port));
        }
    }

    /**
     * Passes on what is {@link Fault#LATE}.
     *
     * @return the first line of each answer, which nobody else gets to see
     */
    List<String> deliverLate() throws IOException {
        List<String> answers = new ArrayList<>();
        for (HttpMessage request = late.poll(); request != null; request = late.poll()) {
            try (Upstream upstream = new Upstream()) {
                answers.add(upstream.answer(request).firstLine());
            }
        }
        return answers;
    }

    private static ServerSocket free() throws IOException {
        Random random = new Random();
        while (true) {
            try {
                return bound(LOWEST + random.nextInt(HIGHEST - LOWEST));
            } catch (BindException e) {
                Thread.onSpinWait(); // somebody has it
            }
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        } catch (BindException e) {
            socket.close();
            throw e;
        }
        return socket;
    }

    private synchronized void listen(ServerSocket socket) {
        listener = socket;
        start("accept", () -> {
            while (true) {
                Socket client = socket.accept();
                if (taken(socket, client)) {
                    start(Integer.toString(connections.incrementAndGet()), () -> serve(client));
                }
            }
        });
    }

    /** Whether a connection is to be served: it may have come while the door was being shut. */
    private synchronized boolean taken(ServerSocket by, Socket client) throws IOException {
        if (by != listener) {
            reset(client);
            return false;
        }
        return open.add(client);
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        return; // one of the two is gone, which is what this class is for
                    }
                },
                "fault-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Upstream upstream = new Upstream()) {
            client.setTcpNoDelay(true);
            InputStream requests = new BufferedInputStream(client.getInputStream());
            for (HttpMessage request = HttpMessage.read(requests);
                    request != null;
                    request = HttpMessage.read(requests)) {
                Fault fault = plan.apply(request.firstLine());
                HttpMessage sent = alteration.apply(request);
                HttpMessage answer = fault.isPassedOn() ? upstream.answer(sent) : null;
                if (fault == Fault.LATE) {
                    late.add(sent);
                }
                happened.computeIfAbsent(fault, any -> new AtomicInteger()).incrementAndGet();
                if (!answer(client, fault, answer == null ? new byte[0] : answer.bytes())) {
                    return;
                }
            }
        } finally {
            open.remove(client);
        }
    }

    /** Whether the connection goes on. */
    private boolean answer(Socket client, Fault fault, byte[] answer) throws IOException {
        OutputStream out = client.getOutputStream();
        switch (fault) {
            case NONE:
                out.write(answer);
                return true;
            case HALF_REPLY:
                out.write(answer, 0, answer.length / 2);
                out.flush();
                reset(client);
                return false;
            case STALL_AFTER:
            case STALL_BEFORE:
            case LATE:
                return client.getInputStream().read() >= 0; // until the client gives up, and closes
            case REFUSED:
                refuse();
                return false;
            case BAD_GATEWAY:
            case BAD_GATEWAY_AFTER:
                out.write(plain("502 Bad Gateway", "<html><title>Bad Gateway</title></html>"));
                return true;
            case UNAVAILABLE:
                out.write(plain("503 Service Unavailable", ""));
                return true;
            case TOO_MANY:
                out.write(plain("429 Too Many Requests\r\nRetry-After: 1", ""));
                return true;
            default:
                reset(client);
                return false;
        }
    }

    private static byte[] plain(String status, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Closes with a reset in place of a good-bye. */
    private static void reset(Socket socket) throws IOException {
        try (socket) {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
        } catch (SocketException e) {
            return; // closed at the same moment
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
    }

    /** The connection to the server that belongs to one from the client; made for the first request that needs it. */
    private final class Upstream implements AutoCloseable {

        private final Socket socket = new Socket();
        private @Nullable InputStream answers;

        HttpMessage answer(HttpMessage request) throws IOException {
            InputStream in = answers;
            if (in == null) {
                socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
                socket.setTcpNoDelay(true);
                in = new BufferedInputStream(socket.getInputStream());
                answers = in;
            }
            socket.getOutputStream().write(request.bytes());
            HttpMessage answer = HttpMessage.read(in);
            if (answer == null) {
                throw new EOFException("the server closed the connection");
            }
            return answer;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
