package io.druidingest.client.internal.http;

import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Answers that are read while they come. */
class StreamTest extends TransportRig {

    private static final Endpoint<Long> LENGTH =
            Endpoint.get(Service.COORDINATOR, "/many", reply -> (long) reply.bytes().length);

    private static long count(Reply reply) throws IOException {
        byte[] buffer = new byte[1 << 13];
        long length = 0;
        for (int n = reply.body().read(buffer); n >= 0; n = reply.body().read(buffer)) {
            length += n;
        }
        return length;
    }

    private static MockResponse bytes(int count) {
        return new MockResponse.Builder()
                .body(new Buffer().write(new byte[count]))
                .build();
    }

    @Test
    void anAnswerMayBeLongerThanWhatIsReadIntoMemory() {
        server.answers(bytes(5_000_000));

        assertThat(time.finish(transport.send(LENGTH.streamed(StreamTest::count))))
                .isEqualTo(5_000_000);
        assertThat(time.failure(transport.send(LENGTH.call())))
                .hasMessageContaining("longer than 1000 bytes; ask for less, or raise maxResponseBytes");
    }

    @Test
    void anErrorInPlaceOfAStreamIsAnErrorAsElsewhere() {
        server.answers(status(400, "{\"error\":\"no\"}"));

        assertThat(time.failure(transport.send(LENGTH.streamed(StreamTest::count))))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("400: no");
    }

    @Test
    void aStreamThatBreaksOffFailsAndIsNotAskedForAgain() {
        server.answers(new MockResponse.Builder()
                .body(new Buffer().write(new byte[100_000]))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(time.failure(transport.send(LENGTH.streamed(StreamTest::count))))
                .isInstanceOf(DruidTransportException.class);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void whatAnotherRequestOfTheReaderThrowsIsNoReasonToAskForTheStreamAgain() {
        server.script((request, number) -> request.getTarget().equals("/many") ? bytes(10) : status(503));

        CompletableFuture<Long> reading = transport.send(LENGTH.streamed(reply -> {
            transport.sendOnce(QUESTION.call("x")).join();
            return count(reply);
        }));

        assertThat(time.failure(reading)).isInstanceOf(DruidHttpException.class).hasMessageContaining("503");
        assertThat(server.requests()).extracting(RecordedRequest::getTarget).containsExactly("/many", "/thing/x");
    }

    @Test
    void aReaderMayWaitForAnotherRequestEvenIfThereIsOnePlace() {
        server.script((request, number) -> request.getTarget().equals("/many") ? bytes(10) : GOOD);
        Transport narrow = transport(server.uri(), 1);

        CompletableFuture<Long> reading = narrow.send(LENGTH.streamed(reply -> {
            narrow.send(QUESTION.call("x")).join();
            return count(reply);
        }));

        assertThat(time.finish(reading)).isEqualTo(10);
        assertThat(time.finish(narrow.send(QUESTION.call("y")))).isEqualTo("good");
    }

    @Test
    void aStreamThatStopsIsBrokenOff() throws Exception {
        server.answers(new MockResponse.Builder()
                .body(new Buffer().write(new byte[100_000]))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Long> answer = transport.send(LENGTH.streamed(reply -> {
            begun.countDown();
            return count(reply);
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        time.awaitTimers(1);
        while (!answer.isDone()) {
            time.advanceUnderWay(REQUEST_TIMEOUT);
        }

        assertThat(answer.handle((value, failure) -> failure).join()).hasMessageContaining("stopped coming half-way");
    }

    @Test
    void cancellingEndsTheReading() throws Exception {
        server.answers(bytes(50_000_000));
        cancellingEndsTheReadingOf(body -> {
            while (body.read() >= 0) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void cancellingEndsTheWaitingForMore() throws Exception {
        server.answers(new MockResponse.Builder()
                .body(new Buffer().write(new byte[100_000]))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        cancellingEndsTheReadingOf(InputStream::readAllBytes);
    }

    private void cancellingEndsTheReadingOf(Reader reader) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        CompletableFuture<Long> answer = transport.send(LENGTH.streamed(reply -> {
            begun.countDown();
            try {
                reader.read(reply.body());
                return 0L;
            } catch (Throwable e) {
                end.set(e);
                throw e;
            } finally {
                ended.countDown();
            }
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        answer.cancel(true);

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(end.get()).isInstanceOf(IOException.class);
    }

    @FunctionalInterface
    private interface Reader {
        void read(InputStream body) throws IOException;
    }

    @Test
    void whatAReaderThrowsIsWhatTheFutureFailsWith() {
        server.answers(bytes(10));

        assertThat(time.failure(transport.send(LENGTH.streamed(reply -> {
                    throw new IllegalStateException("full");
                }))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
        assertThat(server.requestCount()).isEqualTo(1);
    }
}
