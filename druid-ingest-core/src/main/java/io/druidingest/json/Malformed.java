package io.druidingest.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is malformed in a document and what to write instead, in words of our own: Jackson's quote the document,
 * which may hold a secret.
 */
final class Malformed {

    private static final Map<Class<?>, String> FORMS = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Integer.class, "a whole number of 32 bits"),
            Map.entry(int.class, "a whole number of 32 bits"),
            Map.entry(Long.class, "a whole number of 64 bits"),
            Map.entry(long.class, "a whole number of 64 bits"),
            Map.entry(URI.class, "a URI such as https://example.org/data.json"),
            Map.entry(Instant.class, "an ISO-8601 time such as 2026-01-31T00:00:00Z"),
            Map.entry(Duration.class, "an ISO-8601 duration such as PT1H, or milliseconds"));

    private Malformed() {}

    /** What is wrong with a text that is not JSON: Jackson's words as far as they quote nothing. */
    static String syntax(JsonProcessingException e) {
        String text = e.getOriginalMessage();
        boolean quotesOnlyLimitsOrKeys = e instanceof StreamConstraintsException || text.startsWith("Duplicate field");
        String words = quotesOnlyLimitsOrKeys ? text.split(", from", 2)[0] : text.split("[\"'(:]", 2)[0].trim();
        JsonLocation place = e.getLocation();
        return "is not JSON: " + words
                + (place == null ? "" : ", at line " + place.getLineNr() + ", column " + place.getColumnNr());
    }

    /** Reports a value that its property cannot take. */
    static void value(JsonMappingException e, JsonNode json, Findings at) {
        Class<?> wanted = wanted(e);
        Variants family = wanted == null ? null : Variants.of(wanted);
        if (family != null && json.isObject()) {
            at.at(family.property()).report(Rules.MISSING, "is required; set it to one of " + family.ids());
        } else {
            at.report(
                    Rules.MALFORMED,
                    "is " + kind(json) + "; write "
                            + (family == null
                                    ? form(wanted, json)
                                    : "an object with a " + family.property() + ", one of " + family.ids()));
        }
    }

    private static @Nullable Class<?> wanted(JsonMappingException e) {
        if (e instanceof MismatchedInputException) {
            return ((MismatchedInputException) e).getTargetType();
        }
        return e.getCause() instanceof InputCoercionException
                ? ((InputCoercionException) e.getCause()).getTargetType()
                : null;
    }

    private static String form(@Nullable Class<?> wanted, JsonNode json) {
        if (wanted == Duration.class && IsoDuration.isOfTheCalendar(json.asText())) {
            return "weeks, days or hours: months and years have no fixed length";
        }
        if (wanted == null) {
            return "something else";
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return "a list";
        }
        boolean object = Map.class.isAssignableFrom(wanted)
                || SpecObject.class.isAssignableFrom(wanted)
                || SpecBuilder.class.isAssignableFrom(wanted);
        return object ? "an object" : FORMS.getOrDefault(wanted, "text");
    }

    private static String kind(JsonNode json) {
        switch (json.getNodeType()) {
            case ARRAY:
                return "a list";
            case OBJECT:
                return "an object";
            case STRING:
                return "text";
            default:
                return "a " + json.getNodeType().name().toLowerCase(Locale.ROOT);
        }
    }
}
