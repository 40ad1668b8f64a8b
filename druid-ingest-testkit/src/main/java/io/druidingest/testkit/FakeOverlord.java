package io.druidingest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.DruidClient;
import io.druidingest.spec.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import mockwebserver3.MockWebServer;

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
    private final OverlordState state = new OverlordState(time);
    private final MockWebServer server = new MockWebServer();

    private FakeOverlord() {
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(state);
    }

    /**
     * Starts one on a free port of the loopback interface.
     *
     * @throws UncheckedIOException if there is no free port
     */
    public static FakeOverlord start() {
        FakeOverlord overlord = new FakeOverlord();
        try {
            overlord.server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port to listen on", e);
        }
        return overlord;
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** The time that it, and a client of {@link #client}, live in. */
    public VirtualTime time() {
        return time;
    }

    /** A client that talks to it, in its time. To be closed by the caller. */
    public DruidClient client() {
        return DruidClient.builder().url(uri().toString()).time(time).build();
    }

    /** What is to become of tasks of a type that are submitted from now on. */
    public Planning onSubmit(String taskType) {
        return plan -> state.plan(taskType, plan.apply(TaskPlan.DEFAULT));
    }

    /** Waits for a future while time passes as far as it takes; {@link VirtualTime#await} tells more. */
    public <T> T await(CompletableFuture<T> future) {
        return time.await(future);
    }

    /** The tasks that were taken, as they were sent, in order. */
    public List<JsonNode> tasks() {
        return state.payloads();
    }

    /** How many of the tasks that were taken are this one, whatever ids they were sent under. */
    public long count(Task task) {
        return state.count(task);
    }

    /** All requests that came, as {@code METHOD path}, in order. */
    public List<String> requests() {
        return state.requests();
    }

    void awaitRequests(String line, int count) throws InterruptedException {
        state.awaitRequests(line, count);
    }

    /** The requests that it knew no answer to. */
    public List<String> unexpectedRequests() {
        return state.unexpected();
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.close();
    }

    /** Says what is to become of tasks. */
    @FunctionalInterface
    public interface Planning {

        /** Tells the plan, starting from one that runs for a second and succeeds with one row. */
        void plan(UnaryOperator<TaskPlan> plan);
    }
}
