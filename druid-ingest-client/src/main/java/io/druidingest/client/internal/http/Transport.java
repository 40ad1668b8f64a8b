package io.druidingest.client.internal.http;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.Time;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends calls to one cluster, and sends them again where that is safe and may help. Thread-safe. */
public final class Transport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    private static final double JITTER = 0.25;
    /** Plain text is asked for too: Druid answers some questions in nothing else. */
    private static final String ACCEPT = "application/json, text/plain;q=0.9, */*;q=0.5";

    private final TransportConfig config;
    private final Time time;
    private final RequestPool pool;
    private final FailsafeScheduler scheduler;
    private final HttpClient http;
    private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    public Transport(TransportConfig config, Time time) {
        this.config = config;
        this.time = time;
        this.pool = new RequestPool(config.maxInFlight(), time);
        this.scheduler = new FailsafeScheduler(time, pool);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // the upgrade offer of HTTP/2 costs bytes, and Druid takes none
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                // Requests block a thread of the pool, so the client itself has only quick work to do; it does it on
                // its
                // selector thread. An executor here would cost a second thread for each request.
                .executor(Runnable::run)
                .build();
    }

    /** Sends a call, and again for as long as {@link TransportConfig#retryFor} says while that is safe and may help. */
    public <T> CompletableFuture<T> send(Call<T> call) {
        return send(call, config.retryFor());
    }

    /** Sends a call just once. */
    public <T> CompletableFuture<T> sendOnce(Call<T> call) {
        return send(call, Duration.ZERO);
    }

    /** A poll on the same time and threads. */
    public Poll poll() {
        return new Poll(scheduler, time);
    }

    private <T> CompletableFuture<T> send(Call<T> call, Duration retryFor) {
        long deadline = time.nanos() + retryFor.toNanos();
        RetryPolicy<T> policy = RetryPolicy.<T>builder()
                .handleIf((result, failure) ->
                        failure != null && mayHelp(call.endpoint(), failure) && time.nanos() - deadline < 0 && !closed)
                .withMaxAttempts(-1)
                .withBackoff(FIRST_DELAY, LONGEST_DELAY)
                .withJitter(JITTER)
                .withDelayFnOn(context -> retryAfter(context.getLastException()), DruidHttpException.class)
                .onRetryScheduled(e -> LOG.debug(
                        "{} failed, next try in {}: {}",
                        call.endpoint(),
                        e.getDelay(),
                        String.valueOf(e.getLastException())))
                .build();
        CompletableFuture<T> answer;
        try {
            answer = Failsafe.with(policy).with(scheduler).getAsync(() -> attempt(call));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(closedException());
        }
        pending.add(answer);
        CompletableFuture<?> unused = answer.whenComplete((result, failure) -> pending.remove(answer));
        if (closed) {
            answer.completeExceptionally(closedException());
        }
        return answer;
    }

    private <T> T attempt(Call<T> call) throws InterruptedException {
        if (closed) {
            throw closedException();
        }
        HttpResponse<byte[]> response;
        try {
            response = http.send(request(call), info -> new LimitedBody(config.maxResponseBytes()));
        } catch (IOException e) {
            boolean sent = !(e instanceof ConnectException || e.getCause() instanceof UnresolvedAddressException);
            throw new DruidTransportException(
                    call.endpoint() + " to " + config.baseUri().getAuthority() + " got no answer: " + reason(e),
                    sent,
                    e);
        }
        if (response.statusCode() / 100 != 2) {
            throw error(call, response);
        }
        try {
            return call.endpoint().decoder().decode(response.body());
        } catch (IOException e) {
            throw new DruidTransportException(
                    call.endpoint() + " answered " + response.statusCode() + " with a body that cannot be read: "
                            + reason(e),
                    true,
                    e);
        }
    }

    private HttpRequest request(Call<?> call) {
        byte[] body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(config.baseUri() + call.path()))
                .timeout(config.requestTimeout())
                .header("Accept", ACCEPT)
                .header("User-Agent", config.userAgent())
                .method(
                        call.endpoint().method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!call.endpoint().method().equals("GET")) {
            request.header("Content-Type", "application/json"); // Druid insists on it, even without a body
        }
        return request.build();
    }

    /** Whether the same request may be sent again, and may then fare better. */
    private static boolean mayHelp(Endpoint<?> endpoint, Throwable failure) {
        if (failure instanceof DruidHttpException) {
            DruidHttpException http = (DruidHttpException) failure;
            boolean refused = http.status() == 429 || http.status() == 503;
            return http.isRetryable() && (refused || endpoint.isRepeatable());
        }
        if (failure instanceof DruidTransportException) {
            Throwable cause = failure.getCause();
            boolean lasting = cause == null
                    || cause instanceof SSLException
                    || cause instanceof LimitedBody.TooLong
                    || cause instanceof com.fasterxml.jackson.core.JsonProcessingException;
            return !lasting && (!((DruidTransportException) failure).mayHaveArrived() || endpoint.isRepeatable());
        }
        return false;
    }

    private static DruidHttpException error(Call<?> call, HttpResponse<byte[]> response) {
        ErrorBody body = ErrorBody.of(response.body());
        String location = response.headers().firstValue("Location").orElse(null);
        return new DruidHttpException(
                call.endpoint().toString(),
                response.statusCode(),
                location == null
                        ? body.message()
                        : "this node sends to " + location + "; name the Router, or that node",
                body.code(),
                seconds(response.headers().firstValue("Retry-After").orElse(null)));
    }

    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        try {
            return retryAfter == null ? null : Duration.ofSeconds(Long.parseLong(retryAfter.trim()));
        } catch (NumberFormatException e) {
            return null; // the other form is a date, which proxies with a clock of their own send: back off as usual
        }
    }

    /** Minus one leaves the delay to the back-off. */
    private static Duration retryAfter(@Nullable Throwable failure) {
        Duration asked = failure instanceof DruidHttpException ? ((DruidHttpException) failure).retryAfter() : null;
        return asked == null ? Duration.ofNanos(-1) : asked;
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static DruidTransportException closedException() {
        return new DruidTransportException("the client was closed", false, null);
    }

    /** Ends everything that is pending with an exception that says so. */
    @Override
    public void close() {
        closed = true;
        pending.forEach(p -> p.completeExceptionally(closedException()));
        pool.close();
    }
}
