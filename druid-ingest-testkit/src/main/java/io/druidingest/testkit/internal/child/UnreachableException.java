package io.druidingest.testkit.internal.child;

/** The jars are neither here nor to be had: no network, or a repository that does not answer. */
public final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
