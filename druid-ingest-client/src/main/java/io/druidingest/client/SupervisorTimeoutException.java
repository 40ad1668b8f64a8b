package io.druidingest.client;

import io.druidingest.DruidIngestException;
import io.druidingest.client.model.SupervisorError;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A supervisor did not get into a state within the time given. The supervisor itself is untouched. */
public final class SupervisorTimeoutException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final transient SupervisorStatus status;

    /** Made by the client; see the accessors for the parts. */
    public SupervisorTimeoutException(
            SupervisorStatus status, @Nullable String stood, SupervisorState wanted, Duration timeout) {
        super("supervisor " + status.id() + " was not " + wanted + " within " + timeout + ", but " + stood
                + lastError(status.recentErrors()));
        this.status = status;
    }

    /** How it stood when the time was up. */
    public SupervisorStatus status() {
        return status;
    }

    private static String lastError(List<SupervisorError> errors) {
        return errors.isEmpty() ? "" : ": " + errors.get(errors.size() - 1).message();
    }
}
