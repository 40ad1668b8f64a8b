package io.druidingest.client.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came back: status, headers, and the body, which is read at most once. */
public final class Reply {

    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;

    Reply(int status, HttpHeaders headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** Whether this is an answer of the endpoint, and not an error. */
    boolean answers(Endpoint<?> endpoint) {
        return endpoint.isAnswer(status, headers);
    }

    /** The first value of a header; null if there is none. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** What a decoder makes of this; empty if the answer is that there is no such thing. */
    public <T> Optional<T> ifThere(Endpoint.Decoder<T> decoder) throws IOException {
        return status == NO_CONTENT || status == NOT_FOUND ? Optional.empty() : Optional.of(decoder.decode(this));
    }

    /** The body as it comes. */
    public InputStream body() {
        return body;
    }

    public byte[] bytes() throws IOException {
        return body.readAllBytes();
    }

    public String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The body as JSON; not for what may be huge. */
    public JsonNode json() throws IOException {
        return Json.tree(body);
    }
}
