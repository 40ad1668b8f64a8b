package io.druidingest.testkit.internal.fake.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** All routes of one fake. What no route is for is answered as Druid does, and told. */
public final class RouteTable {

    private final List<Route> routes;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** The routes that Druid has in that version. */
    public RouteTable(List<Route> all, int version) {
        this.routes = all.stream()
                .filter(r -> r.isIn(version))
                .sorted(Comparator.comparingInt(Route::variables))
                .collect(Collectors.toUnmodifiableList());
    }

    /** From now on these keys and query parameters are known, too, wherever they stand. */
    public void know(Collection<String> names) {
        known.addAll(names);
    }

    /**
     * Answers a request.
     *
     * @param unmatched told of what Druid does not know: the request, and what is wrong with it
     */
    public Reply answer(Request request, BiConsumer<Request, String> unmatched) {
        List<Route> there =
                routes.stream().filter(r -> r.matches(request.path())).collect(Collectors.toList());
        Optional<Route> route =
                there.stream().filter(r -> r.method().equals(request.method())).findFirst();
        if (route.isPresent()) {
            route.get().strangers(request).stream()
                    .filter(stranger -> known.stream().noneMatch(stranger::isCalled))
                    .forEach(stranger -> unmatched.accept(request, stranger.toString()));
            return route.get().answer(request);
        }
        if (there.isEmpty()) {
            unmatched.accept(request, "path" + Nearest.hint(request.method() + " " + request.path(), names(routes)));
            return Reply.empty(404);
        }
        unmatched.accept(request, "method " + request.method() + "; there is " + String.join(", ", names(there)));
        return Reply.empty(405)
                .header(
                        "Allow",
                        there.stream().map(Route::method).distinct().collect(Collectors.joining(",")) + ",OPTIONS");
    }

    /** What a request is about, for example the id of a task; empty if it is about many or none. */
    public String subject(Request request) {
        String inPath = routes.stream()
                .filter(r -> r.method().equals(request.method()) && r.matches(request.path()))
                .findFirst()
                .map(r -> r.subject(request))
                .orElse("");
        return inPath.isEmpty() ? request.jsonIfAny().path("id").asText("") : inPath;
    }

    private static List<String> names(List<Route> routes) {
        return routes.stream().map(Route::toString).collect(Collectors.toList());
    }
}
