package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.IndexParallelTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What it costs to wait for a thousand tasks at once. */
class ManyHandlesTest {

    private static final int HANDLES = 1_000;
    private static final String POLL = "POST /druid/indexer/v1/taskStatus";

    @Test
    @Timeout(60)
    void aThousandHandlesTakeAtMostTwoRequestsAnInterval() {
        try (FakeOverlord overlord = FakeOverlord.start();
                DruidClient druid = DruidClient.builder()
                        .url(overlord.uri().toString())
                        .time(overlord.time())
                        .pollInterval(Duration.ofSeconds(1), Duration.ofSeconds(1))
                        .build()) {
            overlord.onSubmit("index_parallel").plan(p -> p.running("2m"));
            List<CompletableFuture<TaskStatus>> ends = waiting(overlord, druid);
            int submits = overlord.requests().size();

            overlord.await(CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)));

            int polls = overlord.requests().size() - submits;
            System.out.println("1,000 handles over 120 intervals: " + polls + " requests");
            assertThat(polls).isBetween(120, 2 * 122);
        }
    }

    @Test
    @Timeout(60)
    void aThousandHandlesTakeFourThreads() throws InterruptedException {
        Duration interval = Duration.ofMillis(100);
        Set<String> before = clientThreads(); // the JDK ends the thread of a client that was closed when it collects it
        try (FakeOverlord overlord = FakeOverlord.start();
                DruidClient druid = DruidClient.builder()
                        .url(overlord.uri().toString())
                        .pollInterval(interval, interval)
                        .build()) {
            overlord.onSubmit("index_parallel").plan(TaskPlan::neverEnds);
            IndexParallelTask load = Loads.inline("wikipedia", Loads.rows(1));
            List<CompletableFuture<TaskStatus>> ends = new ArrayList<>();
            for (int i = 0; i < HANDLES; i++) {
                ends.add(druid.tasks().submit(load).join().completion());
            }
            List<Integer> seen = new ArrayList<>();
            int polls = Collections.frequency(overlord.requests(), POLL); // while it was submitted
            overlord.awaitRequests(POLL, polls + 60); // six seconds: the threads that submitting took have ended
            for (int round = 61; round <= 80; round++) {
                overlord.awaitRequests(POLL, polls + round);
                Set<String> threads = clientThreads();
                threads.removeAll(before);
                seen.add(threads.size());
            }
            System.out.println("1,000 handles, threads: " + seen);
            // The JDK's selector, the timer, a worker and one that watches it; more for a moment where a busy machine
            // stops
            // the worker.
            assertThat(seen).filteredOn(threads -> threads <= 4).hasSizeGreaterThanOrEqualTo(15);
            assertThat(seen).allMatch(threads -> threads <= 8);
            assertThat(ends).noneMatch(CompletableFuture::isDone);
        }
    }

    private static List<CompletableFuture<TaskStatus>> waiting(FakeOverlord overlord, DruidClient druid) {
        IndexParallelTask load = Loads.inline("wikipedia", Loads.rows(1));
        List<CompletableFuture<TaskHandle>> handles = new ArrayList<>();
        for (int i = 0; i < HANDLES; i++) {
            handles.add(druid.tasks().submit(load));
        }
        overlord.await(CompletableFuture.allOf(handles.toArray(CompletableFuture[]::new)));
        return handles.stream().map(h -> h.join().completion()).collect(Collectors.toList());
    }

    private static Set<String> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(n -> n.startsWith("druid-client") || n.startsWith("HttpClient"))
                .collect(Collectors.toSet());
    }
}
