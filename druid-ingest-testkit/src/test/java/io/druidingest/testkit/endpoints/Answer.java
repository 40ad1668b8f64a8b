package io.druidingest.testkit.endpoints;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came back: from a real Druid long ago, or from the fake. */
final class Answer {

    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String body;

    Answer(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers.putAll(headers);
        this.body = body.trim();
    }

    int status() {
        return status;
    }

    @Nullable String header(String name) {
        return headers.get(name);
    }

    String body() {
        return body;
    }
}
