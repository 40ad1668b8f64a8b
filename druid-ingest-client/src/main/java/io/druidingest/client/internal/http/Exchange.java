package io.druidingest.client.internal.http;

import io.druidingest.client.Credentials;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.IngestEvent;
import io.druidingest.client.Time;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.model.DruidError;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a call once, to the node that answers at present and on to where that one redirects, and says what comes of it: a
 * value, or an exception that tells what went wrong where.
 */
final class Exchange implements AutoCloseable {

    /** Plain text is asked for too: Druid answers some questions in nothing else. */
    private static final String ACCEPT = "application/json, text/plain;q=0.9, */*;q=0.5";

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int LONGEST_CHAIN = 5;
    private static final int REDIRECT = 307;
    private static final int UNAUTHORIZED = 401;
    private static final SSLContext NO_TLS = noTls();

    private final TransportConfig config;
    private final Addresses addresses;
    private final Time time;
    private final Events events;
    private final Executor workers;
    private final String userAgent;
    /** For {@code http} addresses; null once this is closed. Guarded by this. */
    private @Nullable HttpClient plain;
    /** For {@code https} addresses; made when there is one. Guarded by this. */
    private @Nullable HttpClient secure;

    Exchange(TransportConfig config, Time time, Events events, Executor workers) {
        this.config = config;
        this.addresses = config.addresses();
        this.time = time;
        this.events = events;
        this.workers = workers;
        this.userAgent = config.userAgent();
        this.plain = client(config, NO_TLS);
    }

    private static HttpClient client(TransportConfig config, @Nullable SSLContext tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // the upgrade offer of HTTP/2 costs bytes, and Druid takes none
                .followRedirects(HttpClient.Redirect.NEVER) // it would take our credentials to anybody
                .connectTimeout(config.connectTimeout())
                // The client itself has only quick work to do, and does it on its selector thread or on that of whoever
                // sends. An executor here would cost a second thread for each request.
                .executor(Runnable::run);
        if (tls != null) {
            builder.sslContext(tls);
        }
        if (config.proxy() != null) {
            builder.proxy(config.proxy());
        }
        return builder.build();
    }

    private synchronized HttpClient client(URI node) {
        HttpClient usual = plain;
        if (usual == null) {
            throw new CancellationException();
        }
        if (!"https".equalsIgnoreCase(node.getScheme())) {
            return usual;
        }
        HttpClient made = secure;
        if (made == null) {
            made = client(config, config.sslContext());
            secure = made;
        }
        return made;
    }

    /** Lets go of the JDK's clients, whose threads and connections end when nobody has them any more. */
    @Override
    public synchronized void close() {
        plain = null;
        secure = null;
    }

    /** Trusts nobody. Java's own, which a client makes if it is given none, reads all certificates of the platform. */
    private static SSLContext noTls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /**
     * Sends without blocking, but for what the credentials do.
     *
     * @return completed on one of the workers
     */
    <T> CompletableFuture<T> send(Call<T> call, RequestSettings settings, Progress progress) {
        Conversation<T> conversation = new Conversation<>(call, settings, progress);
        return CompletableFuture.completedFuture(call.node())
                .thenApply(node -> node == null ? addresses.node(call.endpoint().service()) : node)
                .thenCompose(node -> conversation.with(node, 0));
    }

    /** One call, and the nodes that it leads to. */
    private final class Conversation<T> {

        private final Call<T> call;
        private final Endpoint<?> endpoint;
        private final RequestSettings settings;
        private final Progress progress;

        Conversation(Call<T> call, RequestSettings settings, Progress progress) {
            this.call = call;
            this.endpoint = call.endpoint();
            this.settings = settings;
            this.progress = progress;
        }

        CompletableFuture<T> with(URI node, int hops) {
            return authorized(node).thenCompose(reply -> {
                if (reply.status() != REDIRECT) {
                    return CompletableFuture.completedFuture(value(node, reply));
                }
                String location = reply.header("Location");
                URI leader = addresses.redirected(node, location);
                if (leader == null) {
                    throw error(call, reply, "this node sends to " + location + "; name the Router, or that node");
                }
                if (hops == LONGEST_CHAIN) {
                    addresses.failed(endpoint.service(), leader);
                    throw new DruidTransportException(
                            endpoint + " was redirected " + LONGEST_CHAIN
                                    + " times; the nodes do not agree on a leader",
                            false,
                            null);
                }
                return with(leader, hops + 1);
            });
        }

        private T value(URI node, Reply reply) {
            if (reply.status() / 100 == 5 && !reply.answers(endpoint)) {
                addresses.failed(endpoint.service(), node);
            } else if (call.node() == null) {
                addresses.answered(endpoint.service(), node);
            }
            return decoded(call, reply, progress);
        }

        /** Sends once; and once more if the credentials have been renewed by the time they are refused. */
        private CompletableFuture<Reply> authorized(URI node) {
            Credentials credentials = config.credentials();
            if (credentials == null) {
                return exchange(node, null);
            }
            String secret = secret(credentials);
            return exchange(node, secret).thenCompose(reply -> {
                String renewed = reply.status() == UNAUTHORIZED ? secret(credentials) : secret;
                return renewed.equals(secret) ? CompletableFuture.completedFuture(reply) : exchange(node, renewed);
            });
        }

        private String secret(Credentials credentials) {
            try (Blocking renewing = new Blocking()) {
                progress.underWay(renewing::breakOff);
                return credentials.headerValue();
            }
        }

        private CompletableFuture<Reply> exchange(URI node, @Nullable String secret) {
            HttpRequest request = request(node, call, settings, secret);
            long start = time.nanos();
            Sending sending = new Sending(this::body);
            progress.underWay(sending::cancel); // first: who has cancelled by now sends nothing
            Time.Work work = time.work();
            CompletableFuture<Reply> told = sending.reply()
                    .handleAsync(
                            (reply, failure) -> {
                                try (work) { // from here on, it is the worker's
                                    tell(node, reply == null ? 0 : reply.status(), start);
                                    if (failure == null) {
                                        return reply;
                                    }
                                    throw problem(node, failure);
                                }
                            },
                            workers);
            try {
                sending.start(client(node), request);
            } catch (RuntimeException e) {
                sending.cancel();
                throw e;
            }
            return told;
        }

        private Body body(HttpResponse.ResponseInfo head) {
            Duration patience = settings.timeout(endpoint);
            return call.isStreamed() && endpoint.isAnswer(head.statusCode(), head.headers())
                    ? new StreamedBody(patience, time)
                    : new LimitedBody(config.maxResponseBytes(), patience, time, workers);
        }

        private void tell(URI node, int status, long start) {
            IngestEvent.Attempt attempt = new IngestEvent.Attempt(
                    endpoint.toString(), node.getAuthority(), status, Duration.ofNanos(time.nanos() - start));
            events.tell(listener -> listener.onAttempt(attempt));
        }

        private RuntimeException problem(URI node, Throwable failure) {
            Throwable cause = Steps.cause(failure);
            if (cause instanceof CancellationException) {
                return (CancellationException) cause;
            }
            if (cause instanceof UnusableAnswer) {
                return unusable(call, (UnusableAnswer) cause);
            }
            addresses.failed(endpoint.service(), node);
            return new DruidTransportException(
                    endpoint + " to " + node.getAuthority() + " got no answer: " + reason(cause),
                    !neverLeft(cause),
                    cause);
        }
    }

    private HttpRequest request(URI node, Call<?> call, RequestSettings settings, @Nullable String secret) {
        byte[] body = call.body();
        Endpoint<?> endpoint = call.endpoint();
        String target = endpoint.isOfEachNode() ? addresses.ownPath(endpoint.service(), call.target()) : call.target();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + target))
                .timeout(settings.timeout(endpoint))
                .header("Accept", ACCEPT)
                .header("User-Agent", userAgent)
                .method(
                        endpoint.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!endpoint.method().equals("GET")) {
            request.header("Content-Type", "application/json"); // Druid insists on it, even without a body
        }
        settings.headers().forEach(request::header);
        Credentials credentials = config.credentials();
        if (credentials != null && secret != null) {
            request.header(credentials.headerName(), secret);
        }
        return request.build();
    }

    /** Whether there was not even a connection to send the request on. */
    private static boolean neverLeft(Throwable e) {
        return e instanceof ConnectException
                || e instanceof HttpConnectTimeoutException
                || e instanceof SSLHandshakeException
                || e instanceof UnresolvedAddressException
                || e.getCause() instanceof UnresolvedAddressException;
    }

    private static <T> T decoded(Call<T> call, Reply reply, Progress progress) {
        if (!reply.answers(call.endpoint())) {
            throw error(call, reply, null);
        }
        try (Blocking reading = new Blocking();
                InputStream body = reply.body()) {
            if (call.isStreamed()) {
                progress.underWay(() -> {
                    reading.breakOff();
                    close(body); // the JDK's stream does not heed an interrupt
                });
                progress.handingOver();
            }
            return call.decoder().decode(reply);
        } catch (IOException e) {
            throw unusable(call, new UnusableAnswer(reason(e), e));
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("the body of an answer could not be closed", e);
        }
    }

    private static DruidTransportException unusable(Call<?> call, UnusableAnswer e) {
        return new DruidTransportException(
                call.endpoint() + " answered with a body that cannot be used: " + reason(e), true, e);
    }

    private static DruidHttpException error(Call<?> call, Reply reply, @Nullable String problem) {
        return new DruidHttpException(
                call.endpoint().toString(),
                reply.status(),
                problem == null ? DruidError.of(bytes(reply)) : DruidError.ofText(problem),
                seconds(reply.header("Retry-After")),
                false);
    }

    /** The body of an error, which has been read into memory by now. */
    private static byte[] bytes(Reply reply) {
        try {
            return reply.bytes();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be read", e);
        }
    }

    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        try {
            return retryAfter == null ? null : Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.trim())));
        } catch (NumberFormatException e) {
            return null; // the other form is a date, which proxies with a clock of their own send: back off as usual
        }
    }

    private static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** The time in which this thread may block. Breaking it off interrupts the thread. */
    private static final class Blocking implements AutoCloseable {

        private @Nullable Thread thread = Thread.currentThread();

        synchronized void breakOff() {
            if (thread != null) {
                thread.interrupt();
            }
        }

        /** After this, the thread is not interrupted any more. */
        @Override
        public synchronized void close() {
            thread = null;
            boolean unused = Thread.interrupted();
        }
    }
}
