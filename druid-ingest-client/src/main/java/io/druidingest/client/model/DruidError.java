package io.druidingest.client.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an error answer says. Druid has many forms, and labels some wrongly, so the content decides: JSON objects with
 * their text in one of several fields, bare sentences, and HTML pages of Jetty or of a proxy. Immutable.
 */
public final class DruidError {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int LONGEST = 1_000;
    /** More of a body that is no JSON would say nothing new, and a huge page of nonsense must not take long. */
    private static final int READ = 16_384;

    private static final Pattern TITLE =
            Pattern.compile("<title>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String[] MESSAGE_FIELDS = {"errorMessage", "message", "Access-Check-Result", "error"};

    private final String message;
    private final JsonNode json;

    private DruidError(String message, JsonNode json) {
        this.message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
        this.json = json;
    }

    /** The error that a body tells, whatever its form. Never fails. */
    public static DruidError of(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, READ), StandardCharsets.UTF_8).trim();
        if (text.startsWith("{")) {
            try {
                return of(MAPPER.readTree(new String(body, StandardCharsets.UTF_8)));
            } catch (JsonProcessingException e) {
                return ofText(text);
            }
        }
        Matcher title = TITLE.matcher(text);
        return ofText(title.find() ? title.group(1).trim() : text);
    }

    /** The error that a sentence tells. */
    public static DruidError ofText(String text) {
        return new DruidError(text, JsonNodeFactory.instance.objectNode());
    }

    /** The error that an object tells. */
    public static DruidError of(JsonNode json) {
        JsonNode told = json.path("error").isObject() ? json.path("error") : json; // SQL tasks wrap theirs
        for (String field : MESSAGE_FIELDS) {
            if (told.path(field).isTextual()) {
                return new DruidError(told.path(field).asText(), told);
            }
        }
        return new DruidError(json.toString(), told);
    }

    /** What is wrong, cut when long; empty if the answer does not say. */
    public String message() {
        return message;
    }

    /** Druid's own code, for example {@code entryAlreadyExists}; null where it gave none. */
    public @Nullable String errorCode() {
        return text("errorCode");
    }

    /** Druid's own category, for example {@code INVALID_INPUT}; null where it gave none. */
    public @Nullable String category() {
        return text("category");
    }

    /** Whom Druid tells to mend it; null where it tells nobody. */
    public @Nullable Persona persona() {
        String persona = text("persona");
        return persona == null ? null : Persona.of(persona);
    }

    /** The Java class of the error in Druid; null where it gave none. */
    public @Nullable String errorClass() {
        return text("errorClass");
    }

    private @Nullable String text(String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    @Override
    public String toString() {
        return message + (errorCode() == null ? "" : " (" + errorCode() + ")");
    }
}
