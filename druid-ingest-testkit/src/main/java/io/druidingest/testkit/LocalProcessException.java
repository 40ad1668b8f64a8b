package io.druidingest.testkit;

import io.druidingest.DruidIngestException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LocalProcess} could not start: its jars cannot be fetched, no suitable Java was found, or it ended or was not
 * ready in time. The message says which, what to do about it, and, where the process got that far, how its log ends;
 * nothing is left behind. Or it did not do what it was asked for, and the message says why.
 */
public final class LocalProcessException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    public LocalProcessException(String message) {
        super(message);
    }

    public LocalProcessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
