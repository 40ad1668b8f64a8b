package io.druidingest;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this library throws on purpose.
 *
 * <p>Its message says what happened to the thing it was about and what to do next. It never holds a secret.
 */
public abstract class DruidIngestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected DruidIngestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    protected DruidIngestException(String message) {
        super(message);
    }
}
