package io.druidingest.client;

import static io.druidingest.client.Checks.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.internal.endpoint.SupervisorEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.Offsets;
import io.druidingest.client.model.ParseError;
import io.druidingest.client.model.SupervisorHealth;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorStats;
import io.druidingest.client.model.SupervisorStatus;
import io.druidingest.client.model.SupervisorSummary;
import io.druidingest.client.model.SupervisorVersion;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Supervisor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One supervisor. The id is all there is to it: {@link Supervisors#attach} makes another handle at any time. All futures
 * fail with {@link SupervisorNotFoundException} if Druid runs no supervisor of this id. Cancelling one stops the waiting,
 * and changes nothing on the cluster. Thread-safe.
 */
public final class SupervisorHandle {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String id;
    private final Transport transport;

    SupervisorHandle(String id, Transport transport) {
        this.id = id;
        this.transport = transport;
    }

    /** The id that Druid knows the supervisor by. */
    public String id() {
        return id;
    }

    /** What the supervisor reports of itself now. */
    public CompletableFuture<SupervisorStatus> status() {
        return ask(SupervisorEndpoints.STATUS.call(id));
    }

    /** Whether Druid takes the supervisor to be well. */
    public CompletableFuture<SupervisorHealth> health() {
        return ask(SupervisorEndpoints.HEALTH.call(id));
    }

    /**
     * The spec as Druid keeps it, with Druid's defaults: {@code SpecJson.diff} sees through those.
     *
     * @return fails with {@link io.druidingest.validation.SpecValidationException} if the spec cannot be read as one of
     *     this library; {@link #history} has it as it is. What rules it breaks, {@link SpecJson#violations} tells
     */
    public CompletableFuture<Supervisor> spec() {
        return Steps.run(steps -> steps.step(ask(SupervisorEndpoints.SPEC.call(id)))
                .thenApply(json -> SpecJson.read(json.toString(), Supervisor.class, SpecJson.Mode.AS_FOUND)));
    }

    /** What became of the rows that its tasks have read so far. Druid asks every task, which takes a while. */
    public CompletableFuture<SupervisorStats> stats() {
        return ask(SupervisorEndpoints.STATS.call(id));
    }

    /**
     * Rows that its tasks could not read, the latest of each: as many as {@code maxSavedParseExceptions} says, by default
     * none. Druid asks every task, which takes a while.
     */
    public CompletableFuture<List<ParseError>> parseErrors() {
        return ask(SupervisorEndpoints.PARSE_ERRORS.call(id));
    }

    /** The specs that it has or had, the latest first; also once it is terminated. */
    public CompletableFuture<List<SupervisorVersion>> history() {
        return ask(SupervisorEndpoints.HISTORY.call(id));
    }

    /**
     * No more than so many of the latest specs.
     *
     * @throws IllegalArgumentException if the count is not positive
     */
    public CompletableFuture<List<SupervisorVersion>> history(int count) {
        check(count > 0, "count must be positive, not " + count);
        return Steps.run(steps -> steps.step(
                        ask(SupervisorEndpoints.HISTORY.call(id).query("count", count)))
                // before Druid 37 all come
                .thenApply(all -> List.copyOf(all.subList(0, Math.min(count, all.size())))));
    }

    /**
     * Suspends it: its tasks stop reading and publish, and no others are started. One that is suspended stays as it is.
     *
     * @return done when Druid has told the tasks, which is before they are gone
     */
    public CompletableFuture<Void> suspend() {
        return unlessAlready("suspended", SupervisorEndpoints.SUSPEND.call(id));
    }

    /** Lets it go on where it was suspended. One that is not stays as it is. */
    public CompletableFuture<Void> resume() {
        return unlessAlready("running", SupervisorEndpoints.RESUME.call(id));
    }

    private CompletableFuture<Void> unlessAlready(String state, Call<String> call) {
        return Steps.run(steps -> steps.step(ask(call)).handle((answer, failure) -> {
            if (failure == null || isAlready(state, failure)) {
                return null;
            }
            throw new CompletionException(failure);
        }));
    }

    private static boolean isAlready(String state, Throwable failure) {
        return failure instanceof DruidHttpException
                && ((DruidHttpException) failure).status() == 400
                && ((DruidHttpException) failure).error().message().endsWith("is already " + state);
    }

    /**
     * Ends it: its tasks stop reading and publish, and Druid marks it so that it does not come back. The offsets stay, and
     * another supervisor of this id goes on there. One that has been terminated stays as it is.
     *
     * @return done when Druid has told the tasks, which is before they are gone. Fails with
     *     {@link SupervisorNotFoundException} if there never was one, as far as Druid remembers, and with
     *     {@link SupervisorLostException} if it does not run without having been terminated
     */
    public CompletableFuture<Void> terminate() {
        return Steps.run(steps ->
                steps.stepOr(done(SupervisorEndpoints.TERMINATE.call(id)), ifNotFound(this::checkTerminatedEarlier)));
    }

    private CompletableFuture<Void> checkTerminatedEarlier(Throwable failure) {
        return Steps.run(steps -> steps.step(history(1)).thenAccept(latest -> {
            if (!isTerminated(latest)) {
                throw new SupervisorLostException(id, failure);
            }
        }));
    }

    /** Whether it does not run although nobody has terminated it. */
    CompletableFuture<Boolean> isLost() {
        return Steps.run(steps ->
                steps.stepOr(steps.step(status()).thenApply(status -> false), ifNotFound(failure -> isKept())));
    }

    /** Whether Druid has a spec of it to start again. */
    private CompletableFuture<Boolean> isKept() {
        return Steps.run(steps -> steps.stepOr(
                steps.step(history(1)).thenApply(latest -> !isTerminated(latest)),
                ifNotFound(failure -> CompletableFuture.completedFuture(false))));
    }

    private static <T> Function<Throwable, CompletableFuture<T>> ifNotFound(
            Function<Throwable, CompletableFuture<T>> otherwise) {
        return failure -> failure instanceof SupervisorNotFoundException
                ? otherwise.apply(failure)
                : CompletableFuture.failedFuture(failure);
    }

    private static boolean isTerminated(List<SupervisorVersion> latest) {
        return !latest.isEmpty() && latest.get(0).isTombstone();
    }

    /**
     * Forgets all offsets, whether it is suspended or not: its tasks end without publishing, and the next ones begin at
     * the earliest or latest message, as the spec says ({@code useEarliestOffset}). Rows are left out or read again.
     * Sent once, and not again when no answer comes.
     *
     * @return done when Druid has taken the order, which it carries out later
     */
    public CompletableFuture<Void> reset() {
        return done(SupervisorEndpoints.RESET.call(id));
    }

    /**
     * Lets it read on at these offsets, whether it is suspended or not; partitions that are not named stay where they are.
     * The tasks that read the ones named end without publishing. Rows are left out or read again, as the offsets say; none
     * is checked. Sent once, and not again when no answer comes. Since Druid 28.
     *
     * @return done when Druid has taken the order, which it carries out later
     */
    public CompletableFuture<Void> resetOffsets(Offsets offsets) {
        return Steps.run(steps -> steps.step(ask(SupervisorEndpoints.SPEC.call(id)))
                .thenCompose(spec -> steps.step(
                        done(SupervisorEndpoints.RESET_OFFSETS.callWith(Json.bytes(metadata(spec, offsets)), id)))));
    }

    /** Druid wants to be told what it knows already: a stream of another name it refuses. */
    private static ObjectNode metadata(JsonNode spec, Offsets offsets) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.set("type", spec.path("type"));
        metadata.putObject("partitions")
                .put("type", "end")
                .<ObjectNode>set("stream", spec.at("/spec/ioConfig/stream"))
                .set("partitionOffsetMap", offsets.json());
        return metadata;
    }

    /**
     * Lets the tasks of these groups publish what they have read, and others read on, without waiting for the end of their
     * {@code taskDuration}. Groups that do not exist are ignored; {@link #stats} tells which there are. Sent once, and not
     * again when no answer comes. Since Druid 32.
     *
     * @return done when Druid has taken the order, which it carries out later
     * @throws IllegalArgumentException if no group is named
     */
    public CompletableFuture<Void> handOffTaskGroups(int... taskGroupIds) {
        check(taskGroupIds.length > 0, "name at least one task group");
        return done(SupervisorEndpoints.HAND_OFF_TASK_GROUPS.callWith(
                Json.bytes(Map.of("taskGroupIds", Arrays.stream(taskGroupIds).toArray())), id));
    }

    /** {@link #reaches(SupervisorState, Duration)} within 5 minutes. */
    public CompletableFuture<SupervisorStatus> reaches(SupervisorState state) {
        return reaches(state, PATIENCE);
    }

    /**
     * Waits until the supervisor is in a state. RUNNING means that it does its work: a supervisor that still tries to
     * reach its stream, or to start its tasks, is not there yet.
     *
     * @throws IllegalArgumentException for UNKNOWN, which is many states
     * @return its status then; fails with {@link SupervisorTimeoutException} if it is not in that state in time
     */
    public CompletableFuture<SupervisorStatus> reaches(SupervisorState state, Duration timeout) {
        check(state != SupervisorState.UNKNOWN, "UNKNOWN stands for many states; wait for another one");
        Checks.notNegative("timeout", timeout);
        return Steps.run(steps -> steps.step(
                        transport.poll().until(this::look, look -> look.is(state), FIRST, LONGEST, timeout))
                .thenApply(look -> {
                    if (!look.is(state)) {
                        throw new SupervisorTimeoutException(look.status, look.toString(), state, timeout);
                    }
                    return look.status;
                }));
    }

    /** Not every type tells in its status how it stands; the list of all does for each. */
    private CompletableFuture<Look> look() {
        return Steps.run(steps -> steps.step(status())
                .thenCompose(status -> status.state() != null
                        ? CompletableFuture.completedFuture(new Look(status, status.state(), status.detailedState()))
                        : steps.step(transport.send(
                                        SupervisorEndpoints.LIST.call().query("state", true)))
                                .thenApply(all -> new Look(status, all))));
    }

    private <T> CompletableFuture<T> ask(Call<T> call) {
        return Missing.told(transport.send(call), failure -> new SupervisorNotFoundException(id, failure));
    }

    private CompletableFuture<Void> done(Call<?> call) {
        return Steps.run(steps -> steps.step(ask(call)).thenAccept(answer -> {}));
    }

    @Override
    public String toString() {
        return "SupervisorHandle{" + id + "}";
    }

    /** How the supervisor stands at one moment. */
    private static final class Look {

        private final SupervisorStatus status;
        private final @Nullable SupervisorState state;
        private final @Nullable String detailedState;

        Look(SupervisorStatus status, @Nullable SupervisorState state, @Nullable String detailedState) {
            this.status = status;
            this.state = state;
            this.detailedState = detailedState;
        }

        Look(SupervisorStatus status, List<SupervisorSummary> all) {
            SupervisorSummary own = all.stream()
                    .filter(s -> s.id().equals(status.id()))
                    .findFirst()
                    .orElse(null);
            this.status = status;
            this.state = own == null ? null : own.state();
            this.detailedState = own == null ? null : own.detailedState();
        }

        boolean is(SupervisorState wanted) {
            return state == wanted
                    && (wanted != SupervisorState.RUNNING || wanted.name().equals(detailedState));
        }

        @Override
        public String toString() {
            if (state == null) {
                return "in a state that this user may not see";
            }
            return state.name().equals(detailedState) ? state.name() : state + " (" + detailedState + ")";
        }
    }
}
