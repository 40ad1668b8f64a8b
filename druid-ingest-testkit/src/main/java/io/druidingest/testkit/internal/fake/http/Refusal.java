package io.druidingest.testkit.internal.fake.http;

/** Ends the handling of a request with an answer, from however deep. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    public Refusal(Reply reply) {
        super("answered " + reply.status(), null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}
