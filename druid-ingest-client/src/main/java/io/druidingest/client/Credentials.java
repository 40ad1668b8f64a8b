package io.druidingest.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Who the client is. Sent with each request, in a header, to the nodes that were named and to nobody else. Never shown: not
 * in a log, a message or {@code toString}. Immutable, thread-safe.
 */
public final class Credentials {

    private static final char DELETE = 0x7F;
    private static final char LAST = 0xFE;

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

    /**
     * A token that stays valid.
     *
     * @throws IllegalArgumentException if it cannot be sent, for example for a line break at its end
     */
    public static Credentials bearer(String token) {
        return header("Authorization", "Bearer " + token);
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

    /**
     * A header of one's own, for a proxy that wants it.
     *
     * @throws IllegalArgumentException if it cannot be sent, for example for a line break at its end
     */
    public static Credentials header(String name, String value) {
        return header(name, () -> value).checked();
    }

    /** A header of one's own, whose value is renewed as in {@link #bearer(Supplier)}. */
    public static Credentials header(String name, Supplier<String> value) {
        return new Credentials(name, value);
    }

    /** For the client: the name of the header. */
    public String headerName() {
        return header;
    }

    /**
     * For the client: the value of the header now. A secret.
     *
     * @throws IllegalArgumentException if it cannot be sent; the message does not tell it, as that of Java's own check does
     */
    public String headerValue() {
        String now = value.get();
        for (int i = 0; i < now.length(); i++) {
            char c = now.charAt(i);
            if (c != '\t' && (c < ' ' || c == DELETE || c > LAST)) {
                throw new IllegalArgumentException(
                        "the value of the header " + header + " holds a character that no header"
                                + " can hold, U+" + String.format("%04X", (int) c)
                                + (c == '\n' || c == '\r' ? ", a line break: trim what was read from a file" : ""));
            }
        }
        return now;
    }

    private Credentials checked() {
        String unused = headerValue();
        return this;
    }

    @Override
    public String toString() {
        return "Credentials{" + header + ": ***}";
    }
}
