package io.druidingest.client.internal.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of Druid's endpoints, as a value: who answers it, what to send where, whether it may be sent twice, and what comes
 * back.
 *
 * @param <T> what comes back
 */
public final class Endpoint<T> {

    private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z]+}");

    private final Service service;
    private final String method;
    private final String path;
    private final boolean repeatable;
    private final Decoder<T> decoder;
    private final Traits traits;

    private Endpoint(
            Service service, String method, String path, boolean repeatable, Decoder<T> decoder, Traits traits) {
        this.service = service;
        this.method = method;
        this.path = path;
        this.repeatable = repeatable;
        this.decoder = decoder;
        this.traits = traits;
    }

    /** A question. It may be asked again. */
    public static <T> Endpoint<T> get(Service service, String path, Decoder<T> decoder) {
        return new Endpoint<>(service, "GET", path, true, decoder, Traits.USUAL);
    }

    /** A POST that does something each time it is sent: it is not sent again once it may have arrived. */
    public static <T> Endpoint<T> post(Service service, String path, Decoder<T> decoder) {
        return new Endpoint<>(service, "POST", path, false, decoder, Traits.USUAL);
    }

    /** A POST that does nothing more when it is sent a second time. */
    public static <T> Endpoint<T> repeatablePost(Service service, String path, Decoder<T> decoder) {
        return new Endpoint<>(service, "POST", path, true, decoder, Traits.USUAL);
    }

    /** A DELETE that does nothing more when it is sent a second time. */
    public static <T> Endpoint<T> repeatableDelete(Service service, String path, Decoder<T> decoder) {
        return new Endpoint<>(service, "DELETE", path, true, decoder, Traits.USUAL);
    }

    /** This endpoint, which may take so long to answer, whatever the client's own time-out. */
    public Endpoint<T> taking(Duration timeout) {
        return with(new Traits(timeout, traits.since, traits.ofEachNode, traits.orAbsent, traits.answers));
    }

    /** This endpoint, which Druid has had since that version. */
    public Endpoint<T> since(int version) {
        return with(new Traits(traits.timeout, version, traits.ofEachNode, traits.orAbsent, traits.answers));
    }

    /** This endpoint, which a Router has itself too: to get through to the service, it has to be told. */
    public Endpoint<T> ofEachNode() {
        return with(new Traits(traits.timeout, traits.since, true, traits.orAbsent, traits.answers));
    }

    /** This endpoint, for which these statuses are answers as well as the good ones are: the decoder gets them. */
    public Endpoint<T> answeredBy(IntPredicate answers) {
        return with(new Traits(traits.timeout, traits.since, traits.ofEachNode, traits.orAbsent, answers));
    }

    /**
     * This endpoint, for which a 404 of its own is an answer too, {@link Reply#ifThere}. The 404 of a server that does not
     * know the path stays an error: it is the one that tells no content type.
     */
    public Endpoint<T> orAbsent() {
        return with(new Traits(traits.timeout, traits.since, traits.ofEachNode, true, traits.answers));
    }

    private Endpoint<T> with(Traits changed) {
        return new Endpoint<>(service, method, path, repeatable, decoder, changed);
    }

    /** A call of this endpoint, its path filled in. */
    public Call<T> call(String... parameters) {
        return new Call<>(this, fill(parameters), decoder);
    }

    /** A call of this endpoint with JSON in its body. */
    public Call<T> callWith(byte[] json, String... parameters) {
        return call(parameters).body(json);
    }

    /** A call of which another decoder reads the answer. */
    public <R> Call<R> callFor(Decoder<R> reader, String... parameters) {
        return new Call<>(this, fill(parameters), reader);
    }

    /** A call of which the decoder reads the body while it comes, however long it is; it is not sent again by then. */
    public <R> Call<R> streamed(Decoder<R> reader, String... parameters) {
        return new Call<>(this, fill(parameters), reader).asStream();
    }

    public Service service() {
        return service;
    }

    public String method() {
        return method;
    }

    /** The path with its parameters open. */
    public String path() {
        return path;
    }

    /** Whether a request that may have arrived can be sent again without harm. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** How long an answer may take to begin, whatever the client's own time-out; null if it has none of its own. */
    public @Nullable Duration timeout() {
        return traits.timeout;
    }

    /** The first version that has it; 0 if every one that matters does. */
    public int since() {
        return traits.since;
    }

    boolean isOfEachNode() {
        return traits.ofEachNode;
    }

    boolean isAnswer(int status, HttpHeaders headers) {
        return status / 100 == 2
                || traits.answers.test(status)
                || (traits.orAbsent
                        && status == 404
                        && headers.firstValue("Content-Type").isPresent());
    }

    /** The path with its parameters in place, each percent-encoded: ids hold colons, and may hold anything. */
    private String fill(String... parameters) {
        Matcher m = PARAMETER.matcher(path);
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (m.find()) {
            m.appendReplacement(filled, Matcher.quoteReplacement(encoded(parameters[i++])));
        }
        return m.appendTail(filled).toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Method and path template: names the endpoint without telling ids. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    /**
     * Turns an answer into a value.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Decoder<T> {
        T decode(Reply reply) throws IOException;
    }

    /** What few endpoints have. */
    private static final class Traits {

        static final Traits USUAL = new Traits(null, 0, false, false, status -> false);

        final @Nullable Duration timeout;
        final int since;
        final boolean ofEachNode;
        final boolean orAbsent;
        final IntPredicate answers;

        Traits(@Nullable Duration timeout, int since, boolean ofEachNode, boolean orAbsent, IntPredicate answers) {
            this.timeout = timeout;
            this.since = since;
            this.ofEachNode = ofEachNode;
            this.orAbsent = orAbsent;
            this.answers = answers;
        }
    }
}
