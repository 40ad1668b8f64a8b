package io.druidingest.client;

import io.druidingest.DruidIngestException;

/**
 * A supervisor was sent, and no answer tells whether Druid took it. It may run as it was sent or as it was before, may be
 * about to be stopped and started, or may have been stopped for good: {@link SupervisorHandle#status()} tells whether it
 * runs, {@link SupervisorHandle#spec()} with what. To submit the same spec again is safe, and with
 * {@link SupervisorOptions#skipRestartIfUnmodified} leaves a supervisor alone that has it already.
 */
public final class SupervisorUnconfirmedException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String supervisorId;

    /** Made by the client; see the accessors for the parts. */
    public SupervisorUnconfirmedException(String supervisorId, Throwable cause) {
        super(
                "it is not known whether Druid took supervisor " + supervisorId + ": " + cause.getMessage()
                        + "; see with status() whether it runs, or submit it again with skipRestartIfUnmodified",
                cause);
        this.supervisorId = supervisorId;
    }

    /** The supervisor that was sent. */
    public String supervisorId() {
        return supervisorId;
    }
}
