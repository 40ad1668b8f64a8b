package io.druidingest.testkit.internal.fake.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is answered where: method, path template, what a request may hold, and who answers. Immutable: each method gives a
 * new route.
 */
public final class Route {

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");

    private final String method;
    private final String template;
    private final Handler handler;
    private final Pattern pattern;
    private final String start;
    private final List<String> variables = new ArrayList<>();
    private final Traits traits;

    private Route(String method, String template, Handler handler, Traits traits) {
        this.method = method;
        this.template = template;
        this.handler = handler;
        this.traits = traits;
        Matcher m = VARIABLE.matcher(template);
        this.start = template.contains("{") ? template.substring(0, template.indexOf('{')) : template;
        StringBuilder regex = new StringBuilder();
        int end = 0;
        while (m.find()) {
            regex.append(Pattern.quote(template.substring(end, m.start()))).append("([^/]+)");
            variables.add(m.group(1));
            end = m.end();
        }
        this.pattern = Pattern.compile(regex.append(Pattern.quote(template.substring(end)))
                .append("/?")
                .toString());
    }

    /** A route for any method. */
    public static Route of(String method, String template, Handler handler) {
        return new Route(method, template, handler, Traits.USUAL);
    }

    /** A route for GET, of a template such as {@code /druid/indexer/v1/task/{id}}. */
    public static Route get(String template, Handler handler) {
        return new Route("GET", template, handler, Traits.USUAL);
    }

    public static Route post(String template, Handler handler) {
        return new Route("POST", template, handler, Traits.USUAL);
    }

    public static Route delete(String template, Handler handler) {
        return new Route("DELETE", template, handler, Traits.USUAL);
    }

    /** This route, for which Druid knows these query parameters. By default it knows none. */
    public Route query(String... names) {
        return with(new Traits(Set.of(names), traits.json, traits.keys, traits.since, traits.before));
    }

    /** This route, for which Druid insists that the body be called JSON: anything else is answered by 415. */
    public Route json() {
        return with(new Traits(traits.query, true, traits.keys, traits.since, traits.before));
    }

    /** This route, in whose body Druid knows these keys, at the top of an object. By default they are not looked at. */
    public Route keys(String... names) {
        return keys(Keys.of(names));
    }

    /** This route, in whose body Druid knows these keys. By default they are not looked at. */
    public Route keys(Keys known) {
        return with(new Traits(traits.query, traits.json, known, traits.since, traits.before));
    }

    /** This route, which Druid has had since that version. */
    public Route since(int version) {
        return with(new Traits(traits.query, traits.json, traits.keys, version, traits.before));
    }

    /** This route, which Druid has no more in that version. */
    public Route before(int version) {
        return with(new Traits(traits.query, traits.json, traits.keys, traits.since, version));
    }

    private Route with(Traits changed) {
        return new Route(method, template, handler, changed);
    }

    public String method() {
        return method;
    }

    public String template() {
        return template;
    }

    boolean isIn(int version) {
        return version >= traits.since && version < traits.before;
    }

    /** Of two routes for the same path, the one with fewer variables is meant. */
    int variables() {
        return variables.size();
    }

    /** Whether a path is one of this route. */
    public boolean matches(String path) {
        return path.startsWith(start) && pattern.matcher(path).matches();
    }

    /** Answers a request whose path matches. */
    Reply answer(Request request) {
        Matcher m = pattern.matcher(request.path());
        if (!m.matches()) {
            throw new IllegalArgumentException(request + " is not for " + this);
        }
        String type = request.header("Content-Type");
        if (traits.json && (type == null || !type.startsWith("application/json"))) {
            return Reply.empty(415);
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            found.put(variables.get(i), Request.decoded(m.group(i + 1).replace("+", "%2B")));
        }
        try {
            return handler.handle(request.with(found));
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    /** What stands in the place of the first variable of a path that matches; empty if there is none. */
    String subject(Request request) {
        Matcher m = pattern.matcher(request.path());
        return m.matches() && m.groupCount() > 0 ? Request.decoded(m.group(1)) : "";
    }

    /** What Druid does not know of a request: query parameters and keys of the body. Druid ignores them silently. */
    List<Stranger> strangers(Request request) {
        List<Stranger> strangers = new ArrayList<>();
        for (String name : request.parameters()) {
            if (!traits.query.contains(name)) {
                strangers.add(Stranger.parameter(name, traits.query));
            }
        }
        strangers.addAll(traits.keys.strangers(request.jsonIfAny()));
        return strangers;
    }

    /** Method and template. */
    @Override
    public String toString() {
        return method + " " + template;
    }

    private static final class Traits {

        static final Traits USUAL = new Traits(Set.of(), false, body -> List.of(), 0, Integer.MAX_VALUE);

        final Set<String> query;
        final boolean json;
        final Keys keys;
        final int since;
        final int before;

        Traits(Set<String> query, boolean json, Keys keys, int since, int before) {
            this.query = query;
            this.json = json;
            this.keys = keys;
            this.since = since;
            this.before = before;
        }
    }
}
