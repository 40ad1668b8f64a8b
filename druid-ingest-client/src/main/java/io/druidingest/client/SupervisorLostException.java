package io.druidingest.client;

import io.druidingest.DruidIngestException;

/**
 * A supervisor that nobody terminated does not run. Druid stops a supervisor before it starts it with another spec; if it
 * cannot start that, there is none, and nothing is read. Druid keeps the last spec that did start, and tries it again when
 * the Overlord restarts or another one leads. To have the supervisor back, submit a spec that Druid can start: the last
 * that did is the first of {@link SupervisorHandle#history()}.
 */
public final class SupervisorLostException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String supervisorId;

    /** Made by the client; see the accessors for the parts. */
    public SupervisorLostException(String supervisorId, Throwable cause) {
        super(
                "supervisor " + supervisorId + " was stopped, and does not run any more: " + cause.getMessage()
                        + "; submit it with a spec that Druid can start: the last one is the first of its history()",
                cause);
        this.supervisorId = supervisorId;
    }

    /** The supervisor that does not run. */
    public String supervisorId() {
        return supervisorId;
    }
}
