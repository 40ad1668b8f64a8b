package io.druidingest.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.ManualTime;
import io.druidingest.client.internal.time.DaemonThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    private static final Duration REAL_PATIENCE = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final Workers workers = new Workers(time);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void tasksAreRunInOrder() {
        List<Integer> begun = new ArrayList<>();
        List<CompletableFuture<Void>> all = IntStream.range(0, 10_000)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> {
                            synchronized (begun) {
                                begun.add(i);
                            }
                        },
                        workers))
                .collect(Collectors.toList());
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

        // Where the machine stops the leader for a millisecond, its task falls behind.
        assertThat(begun).hasSize(10_000);
        assertThat(IntStream.range(0, 10_000)
                        .filter(i -> Math.abs(begun.get(i) - i) > 8)
                        .count())
                .isLessThan(100);
    }

    @Test
    void whatBlocksHoldsUpNothingElse() {
        CyclicBarrier together = new CyclicBarrier(20);
        List<CompletableFuture<Void>> all = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> await(together), workers))
                .collect(Collectors.toList());

        assertThat(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                .succeedsWithin(REAL_PATIENCE);
    }

    @Test
    void aTaskMayWaitForOneThatItHasHandedIn() {
        CompletableFuture<String> outer = CompletableFuture.supplyAsync(
                () -> CompletableFuture.supplyAsync(() -> "inner", workers).join(), workers);

        assertThat(outer).succeedsWithin(REAL_PATIENCE).isEqualTo("inner");
    }

    @Test
    void oneTaskAfterTheOtherIsRunByFewThreads() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 1_000; i++) {
            CompletableFuture.runAsync(() -> seen.add(Thread.currentThread()), workers)
                    .join();
        }

        assertThat(seen).hasSizeLessThan(20); // two, but for a busy machine
    }

    @Test
    void whatATaskThrowsEndsNothingElse() {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<String> after = new CompletableFuture<>();
        CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
        workers.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.complete(failure));
            await(queued);
            throw new IllegalStateException("thrown");
        });
        workers.execute(() -> after.complete("run"));
        queued.countDown();

        assertThat(after).succeedsWithin(REAL_PATIENCE).isEqualTo("run");
        assertThat(uncaught).succeedsWithin(REAL_PATIENCE).isInstanceOf(IllegalStateException.class);
        time.awaitIdle();
    }

    @Test
    void anInterruptMeantForOneTaskDoesNotHitTheNext() {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        workers.execute(() -> {
            await(queued);
            Thread.currentThread().interrupt();
        });
        workers.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
        queued.countDown();

        assertThat(interrupted).succeedsWithin(REAL_PATIENCE).isEqualTo(false);
    }

    @Test
    void whereNoThreadIsToBeHadWhoComesNextTriesAgain() {
        Workers poor = new Workers(time, threadsBut(1, 2));
        List<CompletableFuture<Void>> run = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Void> task = new CompletableFuture<>();
            run.add(task);
            poor.execute(() -> task.complete(null));
        }
        assertThat(run).noneMatch(CompletableFuture::isDone);
        assertThat(time.timers()).isOne();
        poor.execute(() -> {});

        assertThat(run).allSatisfy(task -> assertThat(task).succeedsWithin(REAL_PATIENCE));
        poor.close();
    }

    @Test
    void whereNoThreadIsToBeHadTheTaskIsRunWhenThereIsOne() {
        Workers poor = new Workers(time, threadsBut(1, 2));
        CompletableFuture<Void> task = new CompletableFuture<>();
        poor.execute(() -> task.complete(null));
        for (int i = 0; i < 2; i++) {
            assertThat(task).isNotDone();
            time.advanceUnderWay(Duration.ofMillis(100));
        }

        assertThat(task).succeedsWithin(REAL_PATIENCE);
        poor.close();
    }

    @Test
    void aThreadToWatchTheLeaderCanWait() {
        Workers poor = new Workers(time, threadsBut(2));
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Void> second = new CompletableFuture<>();
        poor.execute(() -> await(queued));
        poor.execute(() -> second.complete(null));
        queued.countDown();

        assertThat(second).succeedsWithin(REAL_PATIENCE);
        poor.close();
    }

    @Test
    void whatComesLateIsRunAllTheSame() {
        workers.close();

        assertThat(CompletableFuture.supplyAsync(() -> "run", workers))
                .succeedsWithin(REAL_PATIENCE)
                .isEqualTo("run");
    }

    /** Makes threads, but for some of them, by their numbers. */
    private static ThreadFactory threadsBut(Integer... missing) {
        ThreadFactory factory = new DaemonThreads("druid-client-poor");
        AtomicInteger number = new AtomicInteger();
        return task -> {
            if (List.of(missing).contains(number.incrementAndGet())) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return factory.newThread(task);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
