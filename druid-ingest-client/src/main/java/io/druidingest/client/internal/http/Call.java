package io.druidingest.client.internal.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Endpoint} with its parameters and body in place. Immutable.
 *
 * @param <T> what comes back
 */
public final class Call<T> {

    private final Endpoint<?> endpoint;
    private final String target;
    private final byte @Nullable [] body;
    private final Endpoint.Decoder<T> decoder;
    private final boolean streamed;
    private final @Nullable URI node;

    Call(Endpoint<?> endpoint, String target, Endpoint.Decoder<T> decoder) {
        this(endpoint, target, null, decoder, false, null);
    }

    private Call(
            Endpoint<?> endpoint,
            String target,
            byte @Nullable [] body,
            Endpoint.Decoder<T> decoder,
            boolean streamed,
            @Nullable URI node) {
        this.endpoint = endpoint;
        this.target = target;
        this.body = body;
        this.decoder = decoder;
        this.streamed = streamed;
        this.node = node;
    }

    /** This call with JSON in its body. */
    public Call<T> body(byte[] json) {
        return new Call<>(endpoint, target, json, decoder, streamed, node);
    }

    /** This call with a query parameter; as it is if there is no value. */
    public Call<T> query(String name, @Nullable Object value) {
        return value == null ? this : extended(name + "=" + Endpoint.encoded(value.toString()));
    }

    /** This call with a query parameter that has no value, if {@code on}. */
    public Call<T> flag(String name, boolean on) {
        return on ? extended(name) : this;
    }

    private Call<T> extended(String parameter) {
        String longer = target + (target.indexOf('?') < 0 ? '?' : '&') + parameter;
        return new Call<>(endpoint, longer, body, decoder, streamed, node);
    }

    Call<T> asStream() {
        return new Call<>(endpoint, target, body, decoder, true, node);
    }

    /** This call for a certain node. */
    Call<T> at(URI node) {
        return new Call<>(endpoint, target, body, decoder, streamed, node);
    }

    public Endpoint<?> endpoint() {
        return endpoint;
    }

    /** Null if it is for the node that answers at present. */
    @Nullable URI node() {
        return node;
    }

    /** Path and query. */
    String target() {
        return target;
    }

    byte @Nullable [] body() {
        return body;
    }

    Endpoint.Decoder<T> decoder() {
        return decoder;
    }

    /** Whether it matters that an earlier try may have arrived: others ask, or are repeated only if that is not so. */
    boolean isRepeatedChange() {
        return endpoint.isRepeatable() && !endpoint.method().equals("GET") && !streamed;
    }

    /** Whether the decoder reads the body as it comes. */
    boolean isStreamed() {
        return streamed;
    }
}
