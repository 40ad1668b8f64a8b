package io.druidingest.client.internal.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of Druid's endpoints, as a value: what to send where, whether it may be sent twice, and what comes back.
 *
 * @param <T> what comes back
 */
public final class Endpoint<T> {

    private static final Pattern PARAMETER = Pattern.compile("\\{[a-z]+}");

    private final String method;
    private final String path;
    private final boolean repeatable;
    private final Decoder<T> decoder;

    private Endpoint(String method, String path, boolean repeatable, Decoder<T> decoder) {
        this.method = method;
        this.path = path;
        this.repeatable = repeatable;
        this.decoder = decoder;
    }

    /** A question. It may be asked again. */
    public static <T> Endpoint<T> get(String path, Decoder<T> decoder) {
        return new Endpoint<>("GET", path, true, decoder);
    }

    /** A POST that does something each time it is sent: it is not sent again once it may have arrived. */
    public static <T> Endpoint<T> post(String path, Decoder<T> decoder) {
        return new Endpoint<>("POST", path, false, decoder);
    }

    /** A POST that does nothing more when it is sent a second time. */
    public static <T> Endpoint<T> repeatablePost(String path, Decoder<T> decoder) {
        return new Endpoint<>("POST", path, true, decoder);
    }

    /** A call of this endpoint without a body. */
    public Call<T> call(String... parameters) {
        return new Call<>(this, fill(parameters), null);
    }

    /** A call of this endpoint with JSON in its body. */
    public Call<T> callWith(byte[] json, String... parameters) {
        return new Call<>(this, fill(parameters), json);
    }

    String method() {
        return method;
    }

    /** Whether a request that may have arrived can be sent again without harm. */
    boolean isRepeatable() {
        return repeatable;
    }

    Decoder<T> decoder() {
        return decoder;
    }

    /** The path with its parameters in place, each percent-encoded: ids hold colons, and may hold anything. */
    private String fill(String... parameters) {
        Matcher m = PARAMETER.matcher(path);
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (m.find()) {
            String encoded =
                    URLEncoder.encode(parameters[i++], StandardCharsets.UTF_8).replace("+", "%20");
            m.appendReplacement(filled, Matcher.quoteReplacement(encoded));
        }
        return m.appendTail(filled).toString();
    }

    /** Method and path template: names the endpoint without telling ids. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    /**
     * Turns the body of a good answer into a value.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Decoder<T> {
        T decode(byte[] body) throws IOException;
    }
}
