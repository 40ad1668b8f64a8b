package io.druidingest.testkit.internal.fake.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer: status, headers, bytes. Immutable. */
public final class Reply {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Reply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
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

    /** This answer with a header more. */
    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, Collections.unmodifiableMap(more), body);
    }

    /** This answer with other bytes. */
    public Reply body(byte[] bytes) {
        return new Reply(status, headers, bytes.clone());
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
}
