package io.druidingest.testkit.internal.fake.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer: status, headers, bytes. Immutable. */
public final class Reply {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Delivery delivery;
    private final Duration pause;

    private Reply(int status, Map<String, String> headers, byte[] body, Delivery delivery, Duration pause) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.delivery = delivery;
        this.pause = pause;
    }

    private Reply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Delivery.WHOLE, Duration.ZERO);
    }

    /** 200, with JSON. */
    public static Reply json(JsonNode body) {
        return json(200, body);
    }

    public static Reply json(int status, JsonNode body) {
        return of(status, "application/json", body.toString());
    }

    /**
     * Any text.
     *
     * @param contentType null for none
     */
    public static Reply of(int status, @Nullable String contentType, String body) {
        Reply reply = new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        return contentType == null ? reply : reply.header("Content-Type", contentType);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    /** Nothing, which says that it is JSON. */
    public static Reply emptyJson(int status) {
        return of(status, "application/json", "");
    }

    /** This answer with a header more. */
    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, Collections.unmodifiableMap(more), body, delivery, pause);
    }

    /** This answer with other bytes. */
    public Reply body(byte[] bytes) {
        return new Reply(status, headers, bytes.clone(), delivery, pause);
    }

    /** This answer, of which so much arrives, after or with a pause in virtual time. */
    public Reply delivered(Delivery how, Duration after) {
        return new Reply(status, headers, body, how, after);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    public Delivery delivery() {
        return delivery;
    }

    /** How long it waits, in virtual time: in the middle of the body if it comes in halves, else before it. */
    public Duration pause() {
        return pause;
    }

    /** Status, and what does not go as usual. */
    @Override
    public String toString() {
        String waits = pause.isZero() ? "" : " after " + pause;
        switch (delivery) {
            case NOT:
                return "lost" + waits;
            case HALF:
                return status + " cut off";
            case IN_HALVES:
                return status + " with a pause of " + pause;
            default:
                return status + waits;
        }
    }
}
