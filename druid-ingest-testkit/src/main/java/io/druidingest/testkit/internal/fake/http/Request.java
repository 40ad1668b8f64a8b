package io.druidingest.testkit.internal.fake.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as it came: immutable, its query and path variables decoded. One thread at a time asks for its JSON. */
public final class Request {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int node;
    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Map<String, List<String>> query;
    private final Map<String, String> variables;
    private final Parsed parsed;

    /**
     * A request that no route has matched yet.
     *
     * @param node which of the nodes it came to, from 0
     * @param target path and query, as sent
     */
    public Request(int node, String method, String target, Map<String, String> headers, byte[] body) {
        this(node, method, target, caseless(headers), body, parameters(target), Map.of(), new Parsed(body));
    }

    private Request(
            int node,
            String method,
            String target,
            Map<String, String> headers,
            byte[] body,
            Map<String, List<String>> query,
            Map<String, String> variables,
            Parsed parsed) {
        this.node = node;
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.query = query;
        this.variables = variables;
        this.parsed = parsed;
    }

    /** This request, its path variables known. */
    Request with(Map<String, String> found) {
        return new Request(node, method, target, headers, body, query, found, parsed);
    }

    /** This request without the beginning of its path, if that is it. */
    public Request without(String prefix) {
        return target.startsWith(prefix + "/")
                ? new Request(node, method, target.substring(prefix.length()), headers, body, query, variables, parsed)
                : this;
    }

    public int node() {
        return node;
    }

    public String method() {
        return method;
    }

    /** Path and query, as sent. */
    public String target() {
        return target;
    }

    /** The path as sent, without the query. */
    public String path() {
        int end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    /** What stood in the path in place of {@code {name}}. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route of " + path() + " has no {" + name + "}");
        }
        return value;
    }

    /** The first value of a query parameter; empty if it stood there without one, null if it did not. */
    public @Nullable String query(String name) {
        List<String> values = queries(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** All values of a query parameter. */
    public List<String> queries(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** Whether a query parameter is {@code true}. */
    public boolean isTrue(String name) {
        return "true".equalsIgnoreCase(query(name));
    }

    /** A whole number among the query parameters. What is none is answered as Druid does: 404, with nothing. */
    public @Nullable Integer number(String name) {
        String value = query(name);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new Refusal(Reply.empty(404));
        }
    }

    /** The names of all query parameters. */
    public List<String> parameters() {
        return List.copyOf(query.keySet());
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public byte[] body() {
        return body.clone();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; missing if there is none. What is no JSON is answered as Druid does, by a page. */
    public JsonNode json() {
        JsonNode tree = parsed.tree();
        if (tree == null) {
            throw new Refusal(Errors.page(this, 500, "com.fasterxml.jackson.core.JsonParseException"));
        }
        return tree;
    }

    /** The body as JSON if it is some, else missing. */
    public JsonNode jsonIfAny() {
        JsonNode tree = parsed.tree();
        return tree == null ? MissingNode.getInstance() : tree;
    }

    /** Method and target. */
    @Override
    public String toString() {
        return method + " " + target;
    }

    private static Map<String, String> caseless(Map<String, String> headers) {
        Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(headers);
        return caseless;
    }

    private static Map<String, List<String>> parameters(String target) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int start = target.indexOf('?');
        if (start >= 0 && start + 1 < target.length()) {
            for (String part : target.substring(start + 1).split("&", -1)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters
                        .computeIfAbsent(decoded(name), n -> new ArrayList<>())
                        .add(decoded(value));
            }
        }
        return parameters;
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign
        }
    }

    /** The body, which is parsed once, when it is first asked for, whatever becomes of the request. */
    private static final class Parsed {

        private final byte[] body;
        private @Nullable JsonNode tree;
        private boolean isDone;

        Parsed(byte[] body) {
            this.body = body;
        }

        /** Null if it is no JSON; missing if there is none. */
        @Nullable JsonNode tree() {
            if (!isDone) {
                isDone = true;
                try {
                    tree = JSON.readTree(new String(body, StandardCharsets.UTF_8));
                } catch (JsonProcessingException e) {
                    tree = null;
                }
            }
            return tree;
        }
    }
}
