package io.druidingest.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.NoopTask;
import io.druidingest.testkit.Loads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Many small tasks of one datasource, submitted side by side. Most end by themselves; some would run for long, and are
 * shut down.
 */
final class Crowd {

    private static final int AT_ONCE = 24;
    private static final int SHUT_DOWN = 25;

    private final String dataSource = Loads.newDataSource();
    private final DruidClient client;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<CompletableFuture<TaskStatus>> ends = new ArrayList<>();

    Crowd(DruidClient client) {
        this.client = client;
    }

    /** Submits so many more; returns when all are on their way. */
    void submit(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            free.acquire();
            boolean toBeShutDown = ends.size() % SHUT_DOWN == SHUT_DOWN - 1;
            Duration runTime = toBeShutDown ? Duration.ofHours(1) : Duration.ofMillis(1);
            ends.add(client.tasks()
                    .submit(NoopTask.of(t -> t.dataSource(dataSource).runTime(runTime)))
                    .whenComplete((task, failure) -> accepted.addAndGet(failure == null ? 1 : 0))
                    .thenCompose(task -> toBeShutDown
                            ? task.shutdown().thenApply(done -> task)
                            : CompletableFuture.completedFuture(task))
                    .whenComplete((task, failure) -> free.release())
                    .thenCompose(TaskHandle::completion));
        }
    }

    /** How many submissions have been acknowledged so far. */
    int accepted() {
        return accepted.get();
    }

    /** Waits for the end of all, and holds it against what Druid tells: each is there, once, and ended as we were told. */
    void verify(Witness witness) throws IOException {
        Map<String, TaskState> told = new TreeMap<>();
        for (CompletableFuture<TaskStatus> end : ends) {
            TaskStatus status = end.join();
            told.put(status.id(), status.state());
        }
        assertThat(told).hasSize(ends.size());
        assertThat(witness.tasks(dataSource)).containsExactlyInAnyOrderElementsOf(told.keySet());
        assertThat(told.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().name())))
                .isEqualTo(witness.states(told.keySet()));
        assertThat(told.values()).filteredOn(TaskState.FAILED::equals).hasSize(ends.size() / SHUT_DOWN);
        assertThat(told.values()).filteredOn(TaskState.SUCCESS::equals).hasSize(ends.size() - ends.size() / SHUT_DOWN);
    }
}
