package io.druidingest.client.internal.task;

import io.druidingest.client.IngestEvent;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells the listener and the log how the waiting for a task ends: once for each time that somebody waits. */
public final class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final Transport transport;

    public Outcomes(Transport transport) {
        this.transport = transport;
    }

    /** The same future, of which the end is going to be told. */
    public <T> CompletableFuture<T> told(String id, IngestEvent.Rung rung, CompletableFuture<T> waiting) {
        long since = transport.time().nanos();
        CompletableFuture<?> unused = waiting.whenComplete((value, failure) -> tell(id, rung, since, value, failure));
        return waiting;
    }

    /**
     * Tells of a wait that is over.
     *
     * @param since when it began, in {@link io.druidingest.client.Time#nanos}
     */
    void tell(String id, IngestEvent.Rung rung, long since, @Nullable Object value, @Nullable Throwable failure) {
        Duration duration = Duration.ofNanos(transport.time().nanos() - since);
        Throwable cause = failure == null ? null : Steps.cause(failure);
        LoggingEventBuilder line =
                LOG.atInfo().addKeyValue("task", id).addKeyValue("rung", rung).addKeyValue("duration", duration);
        if (cause == null) {
            line.log("task {}: {} after {}", id, rung, duration);
            LOG.debug("task {}: {}", id, value);
        } else {
            line.addKeyValue("failure", cause.getClass().getSimpleName())
                    .log("task {}: no {} after {}: {}", id, rung, duration, cause.toString());
        }
        transport.events().tell(listener -> listener.onOutcome(new IngestEvent.Outcome(id, rung, duration, cause)));
    }
}
