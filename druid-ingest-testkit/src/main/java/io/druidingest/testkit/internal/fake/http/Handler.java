package io.druidingest.testkit.internal.fake.http;

/** Answers a request that a {@link Route} matched. Called with the lock of the fake held, one request at a time. */
@FunctionalInterface
public interface Handler {

    /**
     * The answer.
     *
     * @throws Refusal with the answer if the request cannot be taken
     */
    Reply handle(Request request);
}
