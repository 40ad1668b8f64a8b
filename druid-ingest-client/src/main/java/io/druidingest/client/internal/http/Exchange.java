package io.druidingest.client.internal.http;

import io.druidingest.client.Credentials;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.IngestEvent;
import io.druidingest.client.Time;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Sends a call once, to the node that answers at present and on to where that one redirects, and waits for what comes of
 * it: a value, or an exception that says what went wrong where.
 */
final class Exchange {

    /** Plain text is asked for too: Druid answers some questions in nothing else. */
    private static final String ACCEPT = "application/json, text/plain;q=0.9, */*;q=0.5";

    private static final int LONGEST_CHAIN = 5;
    private static final int REDIRECT = 307;
    private static final int UNAUTHORIZED = 401;
    private static final SSLContext NO_TLS = noTls();

    private final TransportConfig config;
    private final Addresses addresses;
    private final Time time;
    private final Events events;
    private final String userAgent;
    /** For {@code http} addresses. */
    private final HttpClient plain;
    /** For {@code https} addresses; made when there is one. */
    private @Nullable HttpClient secure;

    Exchange(TransportConfig config, Time time, Events events) {
        this.config = config;
        this.addresses = config.addresses();
        this.time = time;
        this.events = events;
        this.userAgent = config.userAgent();
        this.plain = client(config, NO_TLS);
    }

    private static HttpClient client(TransportConfig config, @Nullable SSLContext tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // the upgrade offer of HTTP/2 costs bytes, and Druid takes none
                .followRedirects(HttpClient.Redirect.NEVER) // it would take our credentials to anybody
                .connectTimeout(config.connectTimeout())
                // Whoever sends blocks, so the client itself has only quick work to do, and does it on its selector
                // thread. An executor here would cost a second thread for each request.
                .executor(Runnable::run);
        if (tls != null) {
            builder.sslContext(tls);
        }
        if (config.proxy() != null) {
            builder.proxy(config.proxy());
        }
        return builder.build();
    }

    private HttpClient client(URI node) {
        return "https".equalsIgnoreCase(node.getScheme()) ? secure() : plain;
    }

    private synchronized HttpClient secure() {
        HttpClient made = secure;
        if (made == null) {
            made = client(config, config.sslContext());
            secure = made;
        }
        return made;
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
     * Blocks until the answer is read.
     *
     * @param streams told of the body of an answer that is read while it comes, so that it can be closed
     */
    <T> T send(Call<T> call, RequestSettings settings, Streams streams) throws InterruptedException {
        Service service = call.endpoint().service();
        URI node = addresses.node(service);
        for (int hop = 0; hop <= LONGEST_CHAIN; hop++) {
            Reply reply = authorized(node, call, settings);
            int status = reply.status();
            if (status != REDIRECT) {
                if (status / 100 == 5 && !reply.answers(call.endpoint())) {
                    addresses.failed(service, node);
                } else {
                    addresses.answered(service, node);
                }
                return decoded(call, reply, streams);
            }
            String location = reply.header("Location");
            URI leader = addresses.redirected(node, location);
            if (leader == null) {
                throw error(call, reply, "this node sends to " + location + "; name the Router, or that node");
            }
            node = leader;
        }
        addresses.failed(service, node);
        throw new DruidTransportException(
                call.endpoint() + " was redirected " + LONGEST_CHAIN + " times; the nodes do not agree on a leader",
                false,
                null);
    }

    /** Sends once; and once more if the credentials have been renewed by the time they are refused. */
    private Reply authorized(URI node, Call<?> call, RequestSettings settings) throws InterruptedException {
        Credentials credentials = config.credentials();
        String secret = credentials == null ? null : credentials.headerValue();
        Reply reply = exchange(node, call, settings, secret);
        if (credentials == null || reply.status() != UNAUTHORIZED) {
            return reply;
        }
        String renewed = credentials.headerValue();
        return renewed.equals(secret) ? reply : exchange(node, call, settings, renewed);
    }

    private Reply exchange(URI node, Call<?> call, RequestSettings settings, @Nullable String secret)
            throws InterruptedException {
        HttpRequest request = request(node, call, settings, secret);
        long start = time.nanos();
        int status = 0;
        try {
            HttpResponse<Body> response =
                    client(node).send(request, info -> subscriber(info, call, settings.timeout(call.endpoint())));
            InputStream body = response.body().open();
            status = response.statusCode();
            return new Reply(status, response.headers(), body);
        } catch (UnusableAnswer e) {
            throw unusable(call, e);
        } catch (IOException e) {
            addresses.failed(call.endpoint().service(), node);
            throw new DruidTransportException(
                    call.endpoint() + " to " + node.getAuthority() + " got no answer: " + reason(e), !neverLeft(e), e);
        } finally {
            IngestEvent.Attempt attempt = new IngestEvent.Attempt(
                    call.endpoint().toString(), node.getAuthority(), status, Duration.ofNanos(time.nanos() - start));
            events.tell(listener -> listener.onAttempt(attempt));
        }
    }

    private HttpResponse.BodySubscriber<Body> subscriber(
            HttpResponse.ResponseInfo info, Call<?> call, Duration patience) {
        if (call.isStreamed() && call.endpoint().isAnswer(info.statusCode(), info.headers())) {
            return HttpResponse.BodySubscribers.mapping(
                    HttpResponse.BodySubscribers.ofInputStream(),
                    body -> () -> new WatchedStream(body, patience, time));
        }
        return new LimitedBody(config.maxResponseBytes(), patience, time);
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
    private static boolean neverLeft(IOException e) {
        return e instanceof ConnectException
                || e instanceof HttpConnectTimeoutException
                || e instanceof SSLHandshakeException
                || e.getCause() instanceof UnresolvedAddressException;
    }

    private static <T> T decoded(Call<T> call, Reply reply, Streams streams) {
        if (!reply.answers(call.endpoint())) {
            throw error(call, reply, null);
        }
        try (InputStream body = reply.body()) {
            if (call.isStreamed()) {
                streams.opened(body);
            }
            return call.decoder().decode(reply);
        } catch (IOException e) {
            throw unusable(call, new UnusableAnswer(reason(e), e));
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
                seconds(reply.header("Retry-After")));
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

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** Is told of a body that is about to be read while it comes. */
    @FunctionalInterface
    interface Streams {
        void opened(InputStream body) throws IOException;
    }
}
