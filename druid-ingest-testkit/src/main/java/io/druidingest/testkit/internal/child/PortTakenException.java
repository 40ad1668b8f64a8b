package io.druidingest.testkit.internal.child;

/** A child process lost a free port to somebody else before it could bind it. Another attempt is worth it. */
final class PortTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
        super(message);
    }
}
