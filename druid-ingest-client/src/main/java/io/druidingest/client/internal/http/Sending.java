package io.druidingest.client.internal.http;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way, and the answer as it comes. No thread waits for it.
 *
 * <p>The future that the JDK's client hands out only tells what went wrong before there was an answer. To complete it, the
 * JDK would go over to a thread of the common pool, which on JDK 17 with one or two processors means a new thread for each
 * request. It does not if somebody else has completed it: so this does, as soon as the body tells for itself.
 */
final class Sending implements HttpResponse.BodyHandler<@Nullable Void>, HttpResponse.BodySubscriber<@Nullable Void> {

    private final Function<HttpResponse.ResponseInfo, Body> bodies;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<HttpResponse<@Nullable Void>> handedOut;
    private HttpResponse.@Nullable ResponseInfo head;
    private volatile @Nullable Body body;
    /** What the JDK's future waits for. */
    private final CompletableFuture<@Nullable Void> told = new CompletableFuture<>();

    private volatile boolean tells;

    /** @param bodies what is to receive the body of an answer */
    Sending(Function<HttpResponse.ResponseInfo, Body> bodies) {
        this.bodies = bodies;
    }

    /** Sends a request, unless that has been cancelled. This thread looks up the host; nothing else blocks. */
    void start(HttpClient client, HttpRequest request) {
        if (reply.isDone()) {
            return;
        }
        CompletableFuture<HttpResponse<@Nullable Void>> future = client.sendAsync(request, this);
        handedOut = future;
        CompletableFuture<?> unused = future.whenComplete((response, failure) -> {
            if (failure != null) {
                reply.completeExceptionally(failure);
            } else if (response != null) { // what a proxy says in place of an answer, without its body
                reply.complete(new Reply(response.statusCode(), response.headers(), InputStream.nullInputStream()));
            }
        });
        if (reply.isCancelled()) {
            future.cancel(true);
        }
        forestall();
    }

    /** Completes the JDK's future before the JDK does, which must wait where the answer is faster than {@code sendAsync}. */
    private void forestall() {
        CompletableFuture<?> future = handedOut;
        if (future != null && tells) {
            future.complete(null);
            told.complete(null);
        }
    }

    /** What it comes to, told on a thread that must not be blocked. */
    CompletableFuture<Reply> reply() {
        return reply;
    }

    /** Breaks it off, as long as there is no reply. */
    void cancel() {
        if (!reply.cancel(true)) {
            return;
        }
        CompletableFuture<?> future = handedOut;
        if (future != null) {
            future.cancel(true);
        }
        Body coming = body;
        if (coming != null) {
            coming.breakOff();
        }
    }

    @Override
    public HttpResponse.BodySubscriber<@Nullable Void> apply(HttpResponse.ResponseInfo info) {
        head = info;
        Body coming = bodies.apply(info);
        body = coming;
        if (reply.isDone()) { // before Java 16, cancelling did not reach the exchange
            coming.breakOff();
        }
        return this;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        body().onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        body().onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        body().onError(failure);
    }

    @Override
    public void onComplete() {
        body().onComplete();
    }

    @Override
    public CompletionStage<@Nullable Void> getBody() {
        HttpResponse.ResponseInfo info = Objects.requireNonNull(head);
        CompletionStage<?> unused = body().getBody().whenComplete((stream, failure) -> {
            if (failure != null) {
                reply.completeExceptionally(failure);
            } else if (!reply.complete(new Reply(info.statusCode(), info.headers(), stream))) {
                body().breakOff(); // nobody is going to read it
            }
        });
        tells = true;
        forestall();
        return told;
    }

    private Body body() {
        return Objects.requireNonNull(body);
    }
}
