package io.druidingest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.DruidClient;
import io.druidingest.spec.Task;
import io.druidingest.testkit.internal.fake.Extension;
import io.druidingest.testkit.internal.fake.FakeDruid;
import io.druidingest.testkit.internal.fake.Nodes;
import io.druidingest.testkit.internal.fake.TaskState;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    private final Builder settings;
    private final VirtualTime time;
    private final Nodes nodes;
    private volatile FakeDruid druid;
    private volatile boolean lenient;

    private FakeOverlord(Builder settings) {
        this.settings = settings;
        this.time = new VirtualTime(settings.watchdog, settings.seed);
        this.nodes = new Nodes(() -> this.druid);
        this.druid = newDruid();
        time.dumping(() -> "\n" + whatHappened());
    }

    private FakeDruid newDruid() {
        FakeDruid fresh = new FakeDruid(time, settings.version, settings.extensions, nodes);
        fresh.tasks(tasks -> tasks.limit(settings.slots, settings.queueLimit));
        return fresh;
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
        return nodes.uris();
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

    /** What the Broker answers to a statement from now on; white space does not matter. */
    public Answering onSql(String statement) {
        return rows -> druid.say(statement, rows);
    }

    /**
     * Says what happens to requests instead of what usually would: the first to come, or as many as is said.
     *
     * @param path may have open parts, as in {@code /druid/indexer/v1/task/{id}/status}
     */
    public RequestScript onRequest(String method, String path) {
        return new RequestScript(druid, method, path, false);
    }

    /** Says what happens when that much virtual time has passed, for example {@code 10m}. */
    public Later after(String delay) {
        return new Later(druid, delay);
    }

    /** One task, to be moved by hand. */
    public TaskControl task(String id) {
        return new TaskControl(druid, id);
    }

    /** A stream that supervisors read, by its name; to be filled, and cut off. */
    public StreamControl stream(String name) {
        return new StreamControl(druid, name, null);
    }

    /**
     * Kills the node that leads. The other redirects to it for 10 seconds of virtual time, and then leads; tasks are as they
     * were.
     */
    public void leaderFailsOver() {
        druid.failOver();
    }

    /** All nodes refuse connections from now on. */
    public void goesDown() {
        druid.goDown();
    }

    /** All nodes listen again, and know what they knew. */
    public void comesBack() {
        druid.comeBack();
    }

    /** Sets the wall clock of the nodes ahead of the client's by so much; behind it if negative. */
    public void clockSkew(Duration ahead) {
        druid.clockSkew(ahead);
    }

    /** From now on what Druid does not know (a path, method, query parameter or key) is answered as Druid does, and no more. */
    public FakeOverlord lenient() {
        lenient = true;
        return this;
    }

    /**
     * From now on Druid knows these as well, keys of bodies or query parameters: those of an extension, or of a newer Druid.
     *
     * @param names each a name, wherever it stands, or a whole path such as {@code spec.tuningConfig.newInDruid40}
     */
    public FakeOverlord knows(String... names) {
        druid.know(List.of(names));
        return this;
    }

    /**
     * Waits for a future while time passes as far as it takes; {@link VirtualTime#await} tells more. If it gives up, it tells
     * the {@link #timeline}.
     *
     * @throws AssertionError as {@link #verify} does, with what the future failed with as its cause
     */
    public <T> T await(CompletableFuture<T> future) {
        return verified(() -> time.await(future));
    }

    /**
     * Runs code that blocks, a job of yours that waits for the client by {@code join()} or
     * {@link io.druidingest.client.Await}, while time passes as far as it takes; {@link VirtualTime#await(Callable)} tells
     * more. What it throws comes as it is, a checked exception as the cause of a
     * {@link java.util.concurrent.CompletionException}.
     *
     * @throws AssertionError as {@link #verify} does, with what the code threw as its cause
     */
    public <T extends @Nullable Object> T await(Callable<T> job) {
        return verified(() -> time.await(job));
    }

    /** The same, for code that returns nothing. */
    public void await(Job job) {
        Object unused = this.<@Nullable Object>await(() -> {
            job.run();
            return null;
        });
    }

    private <T extends @Nullable Object> T verified(Supplier<T> waiting) {
        try {
            T value = waiting.get();
            verify();
            return value;
        } catch (RuntimeException e) {
            verify(e);
            throw e;
        }
    }

    /**
     * Checks that nothing came that Druid does not know, unless it is {@link #lenient}. {@link #await} and {@link #close} do
     * it, so that this needs to be called only where neither is. What was told once is not told again.
     *
     * @throws AssertionError if something came, with the nearest that Druid knows
     */
    public void verify() {
        verify(null);
    }

    private void verify(@Nullable Throwable cause) {
        if (!lenient) {
            check(druid, cause);
        }
    }

    private static void check(FakeDruid druid, @Nullable Throwable cause) {
        List<String> unexpected = druid.newlyUnexpected();
        if (!unexpected.isEmpty()) {
            throw new AssertionError(
                    "Druid does not know all of what it was asked; if that is meant, say knows(..) for some names, or"
                            + " lenient():\n  "
                            + String.join("\n  ", unexpected),
                    cause);
        }
    }

    /** What happened so far. */
    public Timeline timeline() {
        return druid.timeline();
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

    /**
     * What was said beforehand and has not been met so far: plans of which no task came, requests that did not come, or not as
     * often, statements that were not asked, and what is to happen {@link #after} a time that has not passed. Each as it was
     * said, for example {@code onSubmit("compact")}; of what was said again, the last.
     */
    public List<String> unusedScripts() {
        return druid.unused();
    }

    /** The {@link #timeline} in words, and after it {@link #unusedScripts}, a line for each. For who looks for what went wrong. */
    public String whatHappened() {
        return unusedScripts().stream()
                .map(said -> "\nscripted but never met: " + said)
                .collect(Collectors.joining("", timeline().toString(), ""));
    }

    void awaitRequests(String line, int count) throws InterruptedException {
        druid.awaitRequests(line, count);
    }

    /** What came that Druid does not know (a path, method, query parameter or key), with the nearest that it knows. */
    public List<String> unexpectedRequests() {
        return druid.unexpected();
    }

    /**
     * Begins anew, as at the start and on the same ports: no tasks, segments, supervisors, rules; no plans, scripts and faults;
     * an empty timeline; virtual time at its beginning; strict. Takes about a millisecond.
     *
     * <p>Requests that came before are still answered by what was, at once if they are held up, and leave no trace. Clients
     * stay usable: {@link VirtualTime#nanos} and what is due to them go on, and what they wait for is gone, as they will find
     * out. Where their requests would disturb what follows, close them first, and ask for another {@link #client}.
     *
     * @throws AssertionError as {@link #verify} does; it has begun anew all the same
     */
    public void reset() {
        FakeDruid old = druid;
        old.retire();
        nodes.up();
        time.restart();
        druid = newDruid();
        boolean wasLenient = lenient;
        lenient = false;
        if (!wasLenient) {
            check(old, null);
        }
    }

    /**
     * Stops listening.
     *
     * @throws AssertionError as {@link #verify} does
     */
    @Override
    public void close() {
        druid.retire();
        nodes.close();
        verify();
    }

    /** Code that blocks. */
    @FunctionalInterface
    public interface Job {

        /** Runs it. */
        void run() throws Exception;
    }

    /** Says what is to become of tasks. */
    @FunctionalInterface
    public interface Planning {

        /** Tells the plan, starting from one that runs for a second and succeeds with one row. */
        void plan(UnaryOperator<TaskPlan> plan);
    }

    /** Says what a statement gives. */
    @FunctionalInterface
    public interface Answering {

        /** Tells the rows, each by the names of its columns. */
        void rows(List<? extends Map<String, ?>> rows);
    }

    /** How an Overlord is set up. */
    public static final class Builder {

        private static final List<String> VERSIONS = List.of("33.0.0", "37.0.0");

        private String version = "33.0.0";
        private Set<Extension> extensions = EnumSet.allOf(Extension.class);
        private int slots = Integer.MAX_VALUE;
        private int queueLimit = Integer.MAX_VALUE;
        private long seed;
        private Duration watchdog = Duration.ofSeconds(30);

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

        /**
         * The extensions that it has loaded; of others, Druid knows no types. Default: all that it can have, which are those
         * that the language has types of, for example {@code druid-kafka-indexing-service}, {@code druid-multi-stage-query}
         * and {@code druid-s3-extensions}.
         *
         * @throws IllegalArgumentException if it can have none of such a name
         */
        public Builder extensions(String... names) {
            EnumSet<Extension> chosen = EnumSet.noneOf(Extension.class);
            for (String name : names) {
                chosen.add(Extension.of(name));
            }
            this.extensions = chosen;
            return this;
        }

        /** How many tasks can run at a time; more wait. Default: as many as come. */
        public Builder slots(int slots) {
            this.slots = positive("slots", slots);
            return this;
        }

        /** How many tasks there can be that have not ended; more are refused by 429. Default: as many as come. */
        public Builder queueLimit(int queueLimit) {
            this.queueLimit = positive("queueLimit", queueLimit);
            return this;
        }

        /** What the chance in the client's pauses is made from: the same seed, the same {@link Timeline}. Default: 0. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** How long {@link FakeOverlord#await} waits in real time before it gives up. Default: 30 seconds. */
        public Builder watchdog(Duration watchdog) {
            this.watchdog = watchdog;
            return this;
        }

        private static int positive(String name, int number) {
            if (number < 1) {
                throw new IllegalArgumentException(name + " must be positive, not " + number);
            }
            return number;
        }
    }
}
