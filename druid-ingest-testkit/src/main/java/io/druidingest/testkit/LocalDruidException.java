package io.druidingest.testkit;

import io.druidingest.DruidIngestException;
import org.jspecify.annotations.Nullable;

/**
 * {@link LocalDruid} could not start: its jars cannot be fetched, no suitable Java was found, or its process ended or
 * was not ready in time. The message says which, what to do about it, and, where the process got that far, how its log
 * ends. Nothing is left behind.
 */
public final class LocalDruidException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    public LocalDruidException(String message) {
        super(message);
    }

    public LocalDruidException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
