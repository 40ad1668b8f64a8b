package io.druidingest.testkit;

import io.druidingest.testkit.internal.fake.FakeDruid;
import io.druidingest.testkit.internal.fake.Scripted;
import io.druidingest.testkit.internal.fake.http.Reply;

/**
 * Says what happens to requests of one kind instead of what usually would: {@link FakeOverlord#onRequest}. Each method
 * below takes effect at once, for one request; {@link Repetition} says for how many. After that, state answers again. What
 * was said first happens first.
 *
 * <p>By default Druid does not get to know of the request. {@link #afterCommit} has it do what was asked, and only the answer
 * is lost or replaced.
 */
public final class RequestScript {

    private final FakeDruid druid;
    private final String method;
    private final String path;
    private final boolean commits;

    RequestScript(FakeDruid druid, String method, String path, boolean commits) {
        this.druid = druid;
        this.method = method;
        this.path = path;
        this.commits = commits;
    }

    /** Druid does what it was asked, before what follows happens to the answer. */
    public RequestScript afterCommit() {
        return new RequestScript(druid, method, path, true);
    }

    /** Is answered by this status, without a body. */
    public Repetition reply(int status) {
        return script(Scripted.reply(Reply.empty(status)));
    }

    /** Is answered by this status and JSON, which is sent as it is. */
    public Repetition reply(int status, String json) {
        return reply(status, "application/json", json);
    }

    /** Is answered by this status, content type and body. */
    public Repetition reply(int status, String contentType, String body) {
        return script(Scripted.reply(Reply.of(status, contentType, body)));
    }

    /** Is answered by the HTML page of a proxy, with this status. */
    public Repetition proxyPage(int status) {
        return reply(
                status,
                "text/html",
                "<html><head><title>" + status + "</title></head><body><center><h1>" + status
                        + "</h1></center><hr><center>proxy</center></body></html>");
    }

    /** Is answered by 200 and something that says that it is JSON, and is none. */
    public Repetition garbage() {
        return reply(200, "application/json", "\u0000\u0001garbage{]");
    }

    /** Is redirected to where it was sent, for ever. */
    public Repetition redirectsInCircles() {
        return script(Scripted.redirectToItself(druid.uris())).always();
    }

    /** Loses its connection. */
    public Repetition resets() {
        return script(Scripted.reset());
    }

    /**
     * Is not answered; after that much virtual time its connection is lost, as it would be when the client gives up. The time
     * should be the client's time-out, which is 60 seconds by default.
     */
    public Repetition stalls(String time) {
        return script(Scripted.stall(Times.of(time)));
    }

    /** Is answered as usual, that much later. */
    public Repetition slow(String time) {
        return afterCommit().script(Scripted.slow(Times.of(time)));
    }

    /**
     * Is answered as usual, with a pause of that length in the middle of the body. It should be shorter than the client's
     * time-out: for a request that was given up, the pause goes on, and time may pass by what the client does next.
     */
    public Repetition slowBody(String time) {
        return afterCommit().script(Scripted.slowBody(Times.of(time)));
    }

    /** Is answered as usual, and loses its connection in the middle of the body. */
    public Repetition truncated() {
        return afterCommit().script(Scripted.truncated());
    }

    private Repetition script(Scripted.Effect effect) {
        Scripted scripted = new Scripted(method, path, commits, effect);
        druid.script(scripted);
        return new Repetition(scripted);
    }

    /** For how many requests something happens: one, unless it says otherwise. */
    public static final class Repetition {

        private final Scripted scripted;

        Repetition(Scripted scripted) {
            this.scripted = scripted;
        }

        /** For that many. */
        public Repetition times(int requests) {
            if (requests < 1) {
                throw new IllegalArgumentException("times must be positive, not " + requests);
            }
            scripted.times(requests);
            return this;
        }

        /** For all that come. */
        public Repetition always() {
            return times(Integer.MAX_VALUE);
        }

        /** With this header in the answer too, for example {@code Retry-After}. */
        public Repetition header(String name, String value) {
            scripted.header(name, value);
            return this;
        }
    }
}
