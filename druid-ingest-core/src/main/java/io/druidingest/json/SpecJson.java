package io.druidingest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the JSON of Druid's ingestion language. Nothing is lost on the way: what this version of the library
 * does not know is kept and written back equal. Thread-safe.
 */
public final class SpecJson {

    /** What to make of keys and type ids that this version of the library does not know. */
    public enum Mode {
        /**
         * They are errors that name the nearest legal key: Druid would ignore or refuse most of them. A number or boolean
         * in quotes is an error too.
         */
        STRICT,
        /** They are kept, and written back as they are. A number or boolean in quotes is read, as Druid does. */
        LENIENT,
        /**
         * As lenient, and a broken rule is no error either: for what a cluster has already, which is what it is. What rules
         * it breaks is told by {@link #violations}. What could not be written back as it was read stays an error: what is
         * missing, malformed or of the wrong type, and nulls in lists.
         */
        AS_FOUND
    }

    private SpecJson() {}

    /**
     * Reads a value and checks it as {@code build()} would.
     *
     * @param json one JSON object
     * @param type what to read, for example {@code Task.class}
     * @throws SpecValidationException naming everything at once: syntax, missing, malformed and (strict) unknown keys,
     *     and (unless as found) every broken rule
     */
    public static <T extends SpecObject> T read(String json, Class<T> type, Mode mode) {
        return new SpecReader<>(type, mode).read(json);
    }

    /** All rules that a value breaks, errors first; one that was built breaks none of severity ERROR. */
    public static List<Violation> violations(SpecObject value) {
        return Specs.violations(value);
    }

    /** The JSON that is sent to Druid: only what was set, secrets included. */
    public static String write(SpecObject value) {
        try {
            return SpecMapper.wire().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of this library must be writable: " + value.label(), e);
        }
    }

    /**
     * Writes what {@link #write(SpecObject)} tells, as a part of something larger or through a generator that changes it.
     * Leaves the generator open.
     *
     * @throws IOException what the generator throws
     */
    public static void write(SpecObject value, JsonGenerator out) throws IOException {
        SpecMapper.wire().writeValue(out, value);
    }

    /**
     * Any value as the JSON tree that a reader would see: a value of the language as {@link #write} writes it, or a
     * string, number, list or map.
     *
     * @return a copy that the caller may change
     * @throws IllegalArgumentException if the value cannot be written as JSON
     */
    public static JsonNode tree(@Nullable Object value) {
        if (value instanceof String) {
            return TextNode.valueOf((String) value);
        }
        if (value instanceof Boolean) {
            return BooleanNode.valueOf((Boolean) value);
        }
        if (value instanceof Integer) {
            return IntNode.valueOf((Integer) value);
        }
        try {
            return SpecMapper.wire().readTree(SpecMapper.wire().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: a " + nameOf(value), e);
        }
    }

    /**
     * {@link #write} with the keys of every object in alphabetical order and one spelling for what may be spelt in
     * several ways: equal values give equal text.
     */
    public static String canonical(SpecObject value) {
        return SpecMapper.canonical(value, Set.of());
    }

    /**
     * The SHA-256 of the {@link #canonical} form, as 64 hexadecimal digits.
     *
     * @param without top-level properties that are not to count, for example {@code id}
     */
    public static String fingerprint(SpecObject value, String... without) {
        String counted = SpecMapper.canonical(value, new HashSet<>(Arrays.asList(without)));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(counted.getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder(2 * digest.length);
            for (byte b : digest) {
                hex.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * What differs between two values in what they mean to Druid, for example between a spec and what Druid's server
     * gives back of it. Spelling, nulls, defaults that are said and what the server adds do not count; neither do the
     * ids that Druid makes for a task.
     *
     * @return empty if they mean the same; otherwise in the order of the JSON. Lists of objects are compared by position
     */
    public static <T extends SpecObject> List<Change> diff(T before, T after) {
        return Diff.of(before, after);
    }

    /**
     * A JSON Schema (draft 2020-12) of some types and of all that can stand in them, those of {@link SpecExtension}s
     * included. It takes what a strict reading takes, but for the rules. That of the whole language, with descriptions,
     * is the resource {@code io/druidingest/druid-ingest-spec.schema.json} of this library.
     *
     * @param id the {@code $id} of the schema
     * @param roots what a document can be, for example {@code Task.class}
     */
    public static JsonNode schema(String id, Collection<? extends Class<? extends SpecObject>> roots) {
        return JsonSchema.of(id, roots, (type, property) -> null);
    }

    private static String nameOf(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }
}
