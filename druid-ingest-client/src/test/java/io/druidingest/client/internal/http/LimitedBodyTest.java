package io.druidingest.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.ManualTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {

    private final ManualTime time = new ManualTime();
    private final LimitedBody body = new LimitedBody(1_000, Duration.ofSeconds(60), time);

    @Test
    void whatHasComeByTheTimeItIsOpenedNeedsNoTimer() throws IOException, InterruptedException {
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        body.onNext(List.of(bytes("a"), bytes("b")));
        body.onNext(List.of(bytes("c")));
        body.onComplete();

        assertThat(body.getBody().toCompletableFuture().join().open()).hasContent("abc");
        assertThat(time.timers()).isZero();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
