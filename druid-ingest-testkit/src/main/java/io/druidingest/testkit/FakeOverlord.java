package io.druidingest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.DruidClient;
import io.druidingest.spec.Task;
import io.druidingest.testkit.internal.fake.FakeDruid;
import io.druidingest.testkit.internal.fake.TaskState;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * An Overlord for tests: keeps tasks, lets them run by a {@link TaskPlan} on a {@link VirtualTime}, and answers in the
 * words of Druid 33. It takes tasks, tells how they stand (one or many), reports, and shuts down.
 *
 * <pre>{@code
 * try (FakeOverlord overlord = FakeOverlord.start(); DruidClient druid = overlord.client()) {
 *     overlord.onSubmit("index_parallel").plan(p -> p.running("30m").succeeds());
 *     TaskStatus end = overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::completion));
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class FakeOverlord implements AutoCloseable {

    private final VirtualTime time = new VirtualTime();
    private final FakeDruid druid;

    private FakeOverlord(Builder settings) {
        this.druid = new FakeDruid(time, settings.version);
    }

    /**
     * Starts one on free ports of the loopback interface.
     *
     * @throws UncheckedIOException if there is no free port
     */
    public static FakeOverlord start() {
        return start(b -> b);
    }

    /**
     * Starts one as {@code settings} says.
     *
     * @throws UncheckedIOException if there is no free port
     * @throws IllegalArgumentException if a setting is not possible
     */
    public static FakeOverlord start(UnaryOperator<Builder> settings) {
        return new FakeOverlord(settings.apply(new Builder()));
    }

    /** Where the node listens that leads at first. It answers for all services, and as a Router. */
    public URI uri() {
        return uris().get(0);
    }

    /** Where the two nodes listen. The one that does not lead redirects to the other. */
    public List<URI> uris() {
        return druid.uris();
    }

    /** The time that it, and a client of {@link #client}, live in. */
    public VirtualTime time() {
        return time;
    }

    /** A client that knows both nodes, in their time. To be closed by the caller. */
    public DruidClient client() {
        String[] nodes = uris().stream().map(URI::toString).toArray(String[]::new);
        return DruidClient.builder()
                .overlords(nodes)
                .coordinators(nodes)
                .brokers(nodes)
                .time(time)
                .build();
    }

    /** What is to become of tasks of a type that are submitted from now on. */
    public Planning onSubmit(String taskType) {
        return plan -> druid.plan(taskType, plan.apply(TaskPlan.DEFAULT));
    }

    /** Waits for a future while time passes as far as it takes; {@link VirtualTime#await} tells more. */
    public <T> T await(CompletableFuture<T> future) {
        return time.await(future);
    }

    /** The tasks that were taken, as they were sent, in order. */
    public List<JsonNode> tasks() {
        return druid.tasks(TaskState::payloads);
    }

    /** How many of the tasks that were taken are this one, whatever ids they were sent under. */
    public long count(Task task) {
        return druid.tasks(tasks -> tasks.count(task));
    }

    /** All requests that came, as {@code METHOD path}, in order. */
    public List<String> requests() {
        return druid.requests();
    }

    void awaitRequests(String line, int count) throws InterruptedException {
        druid.awaitRequests(line, count);
    }

    /** What came that Druid does not know (a path, method, query parameter or key), with the nearest that it knows. */
    public List<String> unexpectedRequests() {
        return druid.unexpected();
    }

    /** Stops listening. */
    @Override
    public void close() {
        druid.close();
    }

    /** Says what is to become of tasks. */
    @FunctionalInterface
    public interface Planning {

        /** Tells the plan, starting from one that runs for a second and succeeds with one row. */
        void plan(UnaryOperator<TaskPlan> plan);
    }

    /** How an Overlord is set up. */
    public static final class Builder {

        private static final List<String> VERSIONS = List.of("33.0.0", "37.0.0");

        private String version = "33.0.0";

        private Builder() {}

        /** The Druid that it answers as: {@code 33.0.0}, the default, or {@code 37.0.0}. */
        public Builder version(String version) {
            if (!VERSIONS.contains(version)) {
                throw new IllegalArgumentException(
                        "version must be one of " + String.join(", ", VERSIONS) + ", not " + version);
            }
            this.version = version;
            return this;
        }
    }
}
