package io.druidingest.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Who the client is. Sent with each request, in a header, to the nodes that were named and to nobody else. Never shown: not
 * in a log, a message or {@code toString}. Immutable, thread-safe.
 */
public final class Credentials {

    private final String header;
    private final Supplier<String> value;

    private Credentials(String header, Supplier<String> value) {
        this.header = header;
        this.value = value;
    }

    /** A user with a password, for Druid's basic authentication. Send it over TLS: it is readable on the way. */
    public static Credentials basic(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name cannot contain a colon");
        }
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return header("Authorization", "Basic " + pair);
    }

    /** A token that stays valid. */
    public static Credentials bearer(String token) {
        return bearer(() -> token);
    }

    /**
     * A token that is renewed.
     *
     * @param token asked before each request, on several threads: cache it there, and renew it in time. Where Druid answers
     *     401 it is asked once more, and the request is sent again if the token is another one by then
     */
    public static Credentials bearer(Supplier<String> token) {
        return new Credentials("Authorization", () -> "Bearer " + token.get());
    }

    /** A header of one's own, for a proxy that wants it. */
    public static Credentials header(String name, String value) {
        return header(name, () -> value);
    }

    /** A header of one's own, whose value is renewed as in {@link #bearer(Supplier)}. */
    public static Credentials header(String name, Supplier<String> value) {
        return new Credentials(name, value);
    }

    /** For the client: the name of the header. */
    public String headerName() {
        return header;
    }

    /** For the client: the value of the header now. A secret. */
    public String headerValue() {
        return value.get();
    }

    @Override
    public String toString() {
        return "Credentials{" + header + ": ***}";
    }
}
