package io.druidingest.client.internal.http;

import io.druidingest.client.Time;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Gives the body of an answer as it comes. */
final class StreamedBody implements Body {

    private final HttpResponse.BodySubscriber<InputStream> coming = HttpResponse.BodySubscribers.ofInputStream();
    private final Duration patience;
    private final Time time;
    private volatile @Nullable WatchedStream stream;

    StreamedBody(Duration patience, Time time) {
        this.patience = patience;
        this.time = time;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        coming.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        coming.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        coming.onError(failure);
    }

    @Override
    public void onComplete() {
        coming.onComplete();
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return coming.getBody().thenApply(body -> {
            WatchedStream watched = new WatchedStream(body, patience, time);
            stream = watched;
            return watched;
        });
    }

    @Override
    public void breakOff() {
        WatchedStream opened = stream;
        if (opened != null) {
            opened.close();
        }
    }
}
