package io.druidingest.client.internal.http;

import static io.druidingest.client.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.Overheard;
import io.druidingest.client.TestServer;
import io.druidingest.client.internal.time.SystemTime;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many threads and requests there are at one time, on the real time. */
class ThreadsTest {

    private static final Endpoint<String> QUESTION = Endpoint.get(
            Service.OVERLORD, "/thing/{id}", reply -> reply.json().path("v").asText());

    private final TestServer server = TestServer.start();
    private final SystemTime time = new SystemTime();

    private TransportConfig config() {
        return Overheard.config(Addresses.ofRouters(List.of(server.uri()))).retryFor(Duration.ZERO);
    }

    private Transport transport(int maxInFlight) {
        return new Transport(config().maxInFlight(maxInFlight), time);
    }

    @AfterEach
    void close() {
        server.close();
        time.close();
    }

    @Test
    void aThousandCallsAtOnceShareFourConnections() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier fourTogether = new CyclicBarrier(4);
        server.script((request, number) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            await(fourTogether);
            now.decrementAndGet();
            return json("{\"v\":1}");
        });
        try (Transport transport = transport(4)) {
            List<CompletableFuture<String>> answers = IntStream.range(0, 1_000)
                    .mapToObj(i -> transport.send(QUESTION.call("x" + i)))
                    .collect(Collectors.toList());

            assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(60)));
            assertThat(most).hasValue(4);
            assertThat(server.requests().stream().map(r -> r.getTarget()).distinct())
                    .hasSize(1_000);
            assertThat(liveThreads("druid-client-worker")).hasSizeLessThan(20); // two, but for a busy machine
        }
    }

    @Test
    void aBurstOfThousandsOpensSixtyFourConnectionsInAll() {
        CyclicBarrier allTogether = new CyclicBarrier(64);
        server.script((request, number) -> {
            if (number <= 64) {
                await(allTogether); // each of the first ones on a connection of its own
            }
            return json("{\"v\":1}");
        });
        try (Transport transport = new Transport(config(), time)) {
            List<CompletableFuture<String>> answers = IntStream.range(0, 5_000)
                    .mapToObj(i -> transport.send(QUESTION.call("x" + i)))
                    .collect(Collectors.toList());

            assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(60)));
            assertThat(server.connectionCount()).isEqualTo(64);
        }
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await(); // never passes if there are fewer
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneCallAfterTheOtherNeedsNoNewThreads() {
        server.answers(json("{\"v\":1}"));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (Transport transport = transport(64)) {
            transport.send(QUESTION.call("warm-up")).join();
            long before = threads.getTotalStartedThreadCount();
            for (int i = 0; i < 500; i++) {
                transport.send(QUESTION.call("x" + i)).join();
            }

            // On a busy machine one that was idle for seconds ends, and another starts later; what must not be is one
            // for
            // each call, as the JDK's client makes them on Java 17 with one or two processors.
            assertThat(threads.getTotalStartedThreadCount() - before).isLessThan(100);
        }
    }

    @Test
    void manyCallbacksAtOnceNeedFewThreads() {
        try (Transport transport = transport(4)) {
            AtomicInteger done = new AtomicInteger();
            List<CompletableFuture<Void>> all = IntStream.range(0, 5_000)
                    .mapToObj(i -> CompletableFuture.runAsync(done::incrementAndGet, transport.callbacks()))
                    .collect(Collectors.toList());
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

            assertThat(done).hasValue(5_000);
            assertThat(liveThreads("druid-client-worker")).hasSizeLessThan(20);
        }
    }

    @Test
    void aClosedTransportLeavesNoThreads() throws InterruptedException {
        server.answers(json("{\"v\":1}"));
        List<Thread> threads;
        try (Transport transport = transport(4)) {
            transport.send(QUESTION.call("x")).join();
            threads = liveThreads("druid-client-");
            assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
        }
        time.close();

        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    private static List<Thread> liveThreads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith(prefix))
                .collect(Collectors.toList());
    }
}
