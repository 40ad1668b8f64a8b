package io.druidingest.client;

import io.druidingest.DruidIngestException;
import org.jspecify.annotations.Nullable;

/** Druid runs no supervisor of this id: there never was one, or it was terminated. */
public final class SupervisorNotFoundException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String supervisorId;

    /** Made by the client; see the accessors for the parts. */
    public SupervisorNotFoundException(String supervisorId, @Nullable Throwable cause) {
        super(
                "Druid runs no supervisor " + supervisorId + "; check the id, the cluster that the client talks to, and"
                        + " history(), which tells whether it was terminated",
                cause);
        this.supervisorId = supervisorId;
    }

    /** The supervisor asked for. */
    public String supervisorId() {
        return supervisorId;
    }
}
