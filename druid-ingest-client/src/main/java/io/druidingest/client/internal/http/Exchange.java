package io.druidingest.client.internal.http;

import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.Time;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends a call once and waits for what comes of it: a value, or an exception that says what went wrong where. */
final class Exchange {

    /** Plain text is asked for too: Druid answers some questions in nothing else. */
    private static final String ACCEPT = "application/json, text/plain;q=0.9, */*;q=0.5";

    private final TransportConfig config;
    private final Time time;
    private final HttpClient http;

    Exchange(TransportConfig config, Time time) {
        this.config = config;
        this.time = time;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // the upgrade offer of HTTP/2 costs bytes, and Druid takes none
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                // Whoever sends blocks, so the client itself has only quick work to do, and does it on its selector
                // thread. An executor here would cost a second thread for each request.
                .executor(Runnable::run)
                .build();
    }

    /** Blocks until the answer is read. */
    <T> T send(Call<T> call) throws InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(
                    request(call), info -> new LimitedBody(config.maxResponseBytes(), config.requestTimeout(), time));
        } catch (IOException e) {
            if (e.getCause() instanceof UnusableAnswer) { // the JDK wraps it
                throw unusable(call, (UnusableAnswer) e.getCause());
            }
            throw new DruidTransportException(
                    call.endpoint() + " to " + config.baseUri().getAuthority() + " got no answer: " + reason(e),
                    !neverLeft(e),
                    e);
        }
        if (response.statusCode() / 100 != 2) {
            throw error(call, response);
        }
        try {
            return call.endpoint().decoder().decode(response.body());
        } catch (IOException e) {
            throw unusable(call, new UnusableAnswer(reason(e), e));
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

    /** Whether there was not even a connection to send the request on. */
    private static boolean neverLeft(IOException e) {
        return e instanceof ConnectException
                || e instanceof HttpConnectTimeoutException
                || e instanceof SSLHandshakeException
                || e.getCause() instanceof UnresolvedAddressException;
    }

    private static DruidTransportException unusable(Call<?> call, UnusableAnswer e) {
        return new DruidTransportException(
                call.endpoint() + " answered with a body that cannot be used: " + reason(e), true, e);
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
            return retryAfter == null ? null : Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.trim())));
        } catch (NumberFormatException e) {
            return null; // the other form is a date, which proxies with a clock of their own send: back off as usual
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
