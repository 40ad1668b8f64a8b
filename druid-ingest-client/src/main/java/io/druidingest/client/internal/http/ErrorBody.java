package io.druidingest.client.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an error answer says. Druid has many forms, and labels some wrongly, so the content decides: JSON objects with
 * their text in one of several fields, bare sentences, and HTML pages of Jetty or of a proxy.
 */
final class ErrorBody {

    private static final int LONGEST = 1_000;
    /** More of a body that is no JSON would say nothing new, and a huge page of nonsense must not take long. */
    private static final int READ = 16_384;

    private static final Pattern TITLE =
            Pattern.compile("<title>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String[] MESSAGE_FIELDS = {"errorMessage", "message", "Access-Check-Result", "error"};

    private final String message;
    private final @Nullable String code;

    private ErrorBody(String message, @Nullable String code) {
        this.message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
        this.code = code;
    }

    static ErrorBody of(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, READ), StandardCharsets.UTF_8).trim();
        if (text.startsWith("{")) {
            try {
                return ofJson(Json.tree(body), text);
            } catch (IOException e) {
                return new ErrorBody(text, null);
            }
        }
        Matcher title = TITLE.matcher(text);
        return new ErrorBody(title.find() ? title.group(1).trim() : text, null);
    }

    private static ErrorBody ofJson(JsonNode json, String text) {
        JsonNode nested = json.path("error").isObject() ? json.path("error") : json; // SQL tasks wrap theirs
        JsonNode code = nested.path("errorCode");
        for (String field : MESSAGE_FIELDS) {
            JsonNode message = nested.path(field);
            if (message.isTextual()) {
                return new ErrorBody(message.asText(), code.isTextual() ? code.asText() : null);
            }
        }
        return new ErrorBody(text, null);
    }

    /** What is wrong; empty if the body says nothing. */
    String message() {
        return message;
    }

    @Nullable String code() {
        return code;
    }
}
