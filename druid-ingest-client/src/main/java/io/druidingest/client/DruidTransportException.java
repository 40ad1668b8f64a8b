package io.druidingest.client;

import io.druidingest.DruidIngestException;
import org.jspecify.annotations.Nullable;

/** No whole answer came: the server was not reached, the connection broke, or the client was closed. */
public final class DruidTransportException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /** Made by the client; see the accessors for the parts. */
    public DruidTransportException(String message, boolean sent, @Nullable Throwable cause) {
        super(message, cause);
        this.sent = sent;
    }

    /** Whether the request may have reached the server: false only if surely not. */
    public boolean mayHaveArrived() {
        return sent;
    }
}
