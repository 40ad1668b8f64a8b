package io.druidingest.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.internal.endpoint.ClusterEndpoints;
import io.druidingest.client.internal.endpoint.SupervisorEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.ServerStatus;
import io.druidingest.client.model.SupervisorSummary;
import io.druidingest.client.model.SupervisorVersion;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Supervisor;
import io.druidingest.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and lists supervisors, and changes all of them at once; {@link SupervisorHandle} is about one of them. Whatever
 * changes a supervisor may take Druid more than a minute, and has two for it. Thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/supervisor-api">supervisor API</a>
 */
public final class Supervisors {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisors.class);

    private static final int SINCE_OWN_ID = 34;

    private final Transport transport;

    Supervisors(Transport transport) {
        this.transport = transport;
    }

    /** Submits a supervisor as {@link #submit(Supervisor, UnaryOperator)} does, with the default options. */
    public CompletableFuture<SupervisorHandle> submit(Supervisor spec) {
        return submit(spec, options -> options);
    }

    /**
     * Starts a supervisor, or changes the one of the same id, which goes on where it was: its tasks stop reading and
     * publish, others take over. A spec that says {@code suspended} suspends it, one that does not resumes it.
     *
     * <p>It is sent once, and not again when no answer comes. Whoever sends the same spec a second time restarts the
     * supervisor once more, unless {@link SupervisorOptions#skipRestartIfUnmodified} is set; nothing else happens.
     *
     * @return done when Druid has started it, which does not mean that it reads: see {@link SupervisorHandle#reaches}.
     *     Fails with {@link DruidHttpException} if Druid refuses the spec, and the supervisor is as it was; with
     *     {@link SupervisorLostException} if Druid could not start it, and it does not run any more; with
     *     {@link SupervisorUnconfirmedException} if no answer tells; with {@link DruidTransportException} if Druid was not
     *     reached; with {@link UnsupportedVersionException} if the spec has an id, and Druid is so old (33) that it would
     *     call the supervisor by its datasource instead, and replace the one of that name
     */
    public CompletableFuture<SupervisorHandle> submit(Supervisor spec, UnaryOperator<SupervisorOptions> options) {
        boolean skip = options.apply(new SupervisorOptions()).skipRestartIfUnmodified();
        for (Violation warning : spec.warnings()) {
            LOG.warn("{}: {}", spec.label(), warning);
        }
        Call<String> call = SupervisorEndpoints.SUBMIT
                .callWith(SpecJson.write(spec).getBytes(StandardCharsets.UTF_8))
                .query("skipRestartIfUnmodified", skip ? true : null);
        return Steps.run(steps -> steps.step(checkId(spec))
                .thenCompose(checked ->
                        steps.stepOr(transport.send(call), failure -> explained(spec.supervisorId(), failure)))
                .thenApply(this::submitted));
    }

    /** Before Druid 34 a stream's supervisor has the id of its datasource, whatever it says, and replaces the one there. */
    private CompletableFuture<@Nullable Void> checkId(Supervisor spec) {
        JsonNode json = SpecJson.tree(spec);
        JsonNode dataSource = json.at("/spec/dataSchema/dataSource");
        if (!json.hasNonNull("id")
                || dataSource.isMissingNode()
                || json.path("id").equals(dataSource)) {
            return CompletableFuture.completedFuture(null);
        }
        return Steps.run(steps -> steps.stepOr(
                steps.step(transport.send(ClusterEndpoints.OVERLORD_STATUS.call()))
                        .thenAccept(Supervisors::checkKnowsIds),
                failure -> isForbidden(failure)
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(failure)));
    }

    private static void checkKnowsIds(ServerStatus overlord) {
        if (!overlord.version().isAtLeast(SINCE_OWN_ID)) {
            throw new UnsupportedVersionException(
                    "that a supervisor has another id than its datasource", SINCE_OWN_ID, overlord.version());
        }
    }

    /** Who may write a datasource need not be allowed to ask for the version. */
    private static boolean isForbidden(Throwable failure) {
        return failure instanceof DruidHttpException && ((DruidHttpException) failure).status() == 403;
    }

    private SupervisorHandle submitted(String id) {
        LOG.info("supervisor {} submitted", id);
        return attach(id);
    }

    /** What has become of the supervisor. Null stands for an id that Druid would have made up. */
    private CompletableFuture<String> explained(@Nullable String id, Throwable failure) {
        if (id == null) {
            return CompletableFuture.failedFuture(failure);
        }
        if (mayBeUnderWay(failure)) {
            return CompletableFuture.failedFuture(new SupervisorUnconfirmedException(id, failure));
        }
        if (!(failure instanceof DruidHttpException)) {
            return CompletableFuture.failedFuture(failure);
        }
        return Steps.run(steps -> steps.step(attach(id).isLost()).handle((lost, unasked) -> {
            if (unasked != null) {
                failure.addSuppressed(unasked);
            }
            throw unasked == null && lost ? new SupervisorLostException(id, failure) : (DruidHttpException) failure;
        }));
    }

    /** Whether Druid may have begun, and may not be at the end yet. */
    private static boolean mayBeUnderWay(Throwable failure) {
        if (failure instanceof DruidHttpException) {
            int status = ((DruidHttpException) failure).status();
            return status == 502 || status == 504;
        }
        return failure instanceof DruidTransportException && ((DruidTransportException) failure).mayHaveArrived();
    }

    /** A handle on a supervisor by its id. Asks nothing. */
    public SupervisorHandle attach(String id) {
        return new SupervisorHandle(id, transport);
    }

    /** The ids of all supervisors that run or are suspended, and that the user may write. */
    public CompletableFuture<List<String>> ids() {
        return transport.send(SupervisorEndpoints.IDS.call());
    }

    /** How each of them stands; without their specs. */
    public CompletableFuture<List<SupervisorSummary>> states() {
        return transport.send(SupervisorEndpoints.LIST.call().query("state", true));
    }

    /** How each of them stands, with all that Druid tells in a list, their specs included. */
    public CompletableFuture<List<SupervisorSummary>> list() {
        return transport.send(SupervisorEndpoints.LIST.call().query("system", true));
    }

    /** The specs that all supervisors have or had, terminated ones included, by their ids; the latest first. */
    public CompletableFuture<Map<String, List<SupervisorVersion>>> history() {
        return transport.send(SupervisorEndpoints.HISTORIES.call());
    }

    /** Suspends all supervisors that the user may write; see {@link SupervisorHandle#suspend}. */
    public CompletableFuture<Void> suspendAll() {
        return done(SupervisorEndpoints.SUSPEND_ALL.call());
    }

    /** Resumes all supervisors that the user may write; see {@link SupervisorHandle#resume}. */
    public CompletableFuture<Void> resumeAll() {
        return done(SupervisorEndpoints.RESUME_ALL.call());
    }

    /** Terminates all supervisors that the user may write; see {@link SupervisorHandle#terminate}. */
    public CompletableFuture<Void> terminateAll() {
        return done(SupervisorEndpoints.TERMINATE_ALL.call());
    }

    private CompletableFuture<Void> done(Call<?> call) {
        return Steps.run(steps -> steps.step(transport.send(call)).thenAccept(answer -> {}));
    }
}
