package io.druidingest.testkit.faults;

/** What happens to one request on its way. */
enum Fault {
    /** Nothing. */
    NONE(true),
    /** The connection is reset before the request is passed on. */
    RESET_BEFORE(false),
    /** The request is passed on and done, and the connection is reset in place of the answer. */
    RESET_AFTER(true),
    /** The request is passed on and done, and the connection is reset in the middle of the answer. */
    HALF_REPLY(true),
    /** The request is passed on and done, and the answer never comes. */
    STALL_AFTER(true),
    /** The request is not passed on, and no answer ever comes. */
    STALL_BEFORE(false),
    /** No answer ever comes; the request is passed on long after, when the test says so. */
    LATE(false),
    /** The request is not passed on; all connections are reset, and new ones refused until the test says otherwise. */
    REFUSED(false),
    /** A proxy answers that the service cannot be reached; the request is not passed on. */
    BAD_GATEWAY(false),
    /** A proxy answers that the service cannot be reached, after the request was passed on and done. */
    BAD_GATEWAY_AFTER(true),
    /** The service is not ready; the request is not passed on. */
    UNAVAILABLE(false),
    /** There are too many requests; this one is not passed on. */
    TOO_MANY(false);

    private final boolean passedOn;

    Fault(boolean passedOn) {
        this.passedOn = passedOn;
    }

    /** Whether the request reaches the server while the client waits. */
    boolean isPassedOn() {
        return passedOn;
    }
}
