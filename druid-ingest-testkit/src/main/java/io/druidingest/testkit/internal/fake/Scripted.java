package io.druidingest.testkit.internal.fake;

import io.druidingest.testkit.internal.fake.http.Delivery;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What happens to some requests instead of what usually would. Thread-safe. */
public final class Scripted {

    private final Route route;
    private final boolean commits;
    private final Effect effect;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int times = 1;
    private int met;

    /**
     * Something that happens to one request.
     *
     * @param path may have open parts, as in {@code /druid/indexer/v1/task/{id}}
     * @param commits whether Druid acts on the request first
     */
    public Scripted(String method, String path, boolean commits, Effect effect) {
        this.route = Route.of(method, path, request -> Reply.empty(404));
        this.commits = commits;
        this.effect = effect;
    }

    /** To how many more requests it happens. */
    public synchronized void times(int requests) {
        times = requests;
    }

    /** A header that the answer gets. */
    public synchronized void header(String name, String value) {
        headers.put(name, value);
    }

    /** Whether it happens to this request, and if so, once less from now on. */
    synchronized boolean takes(Request request) {
        if (met == times || !route.method().equals(request.method()) || !route.matches(request.path())) {
            return false;
        }
        met++;
        return true;
    }

    /** Whether it has not happened as often as it should; what is for all requests should at least once. */
    synchronized boolean isLeft() {
        return met < (times == Integer.MAX_VALUE ? 1 : times);
    }

    /** As it was said, and how often it happened. */
    @Override
    public synchronized String toString() {
        String said = "onRequest(\"" + route.method() + "\", \"" + route.template() + "\")";
        return met == 0 ? said : said + ".times(" + times + "), which came " + met + " times";
    }

    /** The answer, of Druid if it is asked. */
    synchronized Reply answer(Request request, Supplier<Reply> druid) {
        Reply reply = effect.on(request, commits ? druid.get() : Reply.empty(200));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.header(header.getKey(), header.getValue());
        }
        return reply;
    }

    public static Effect reply(Reply reply) {
        return (request, usual) -> reply;
    }

    public static Effect reset() {
        return (request, usual) -> usual.delivered(Delivery.NOT, Duration.ZERO);
    }

    public static Effect stall(Duration time) {
        return (request, usual) -> usual.delivered(Delivery.NOT, time);
    }

    public static Effect slow(Duration time) {
        return (request, usual) -> usual.delivered(Delivery.WHOLE, time);
    }

    public static Effect slowBody(Duration time) {
        return (request, usual) -> usual.delivered(Delivery.IN_HALVES, time);
    }

    public static Effect truncated() {
        return (request, usual) -> usual.delivered(Delivery.HALF, Duration.ZERO);
    }

    /** A redirect of each request to the node that it came to. */
    public static Effect redirectToItself(List<URI> nodes) {
        return (request, usual) -> Reply.empty(307).header("Location", nodes.get(request.node()) + request.target());
    }

    /** What becomes of the usual answer. */
    @FunctionalInterface
    public interface Effect {
        Reply on(Request request, Reply usual);
    }
}
