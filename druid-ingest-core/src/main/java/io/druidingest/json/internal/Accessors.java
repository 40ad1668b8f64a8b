package io.druidingest.json.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.SpecObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reads values of one type in straight-line code. The build makes one for each value type of this library, {@code
 * FooAccessors} beside {@code Foo}; types of others do without. Thread-safe.
 *
 * @param <T> the value type
 */
public interface Accessors<T> {

    /**
     * The JSON names of the properties, in the order in which they are passed: the type id, then what is inherited, then
     * what is the type's own.
     */
    List<String> names();

    /** Whether a value has all that is required. */
    boolean isComplete(T value);

    /**
     * Passes what is set in a value: neither null nor, where that says nothing, an empty list or map.
     *
     * @return whether the value has all that is required
     * @throws E what the visitor throws
     */
    <E extends Exception> boolean each(T value, Visitor<E> visitor) throws E;

    /**
     * Takes the properties of one value, each with its index in {@link Accessors#names}.
     *
     * @param <E> what it may throw
     */
    interface Visitor<E extends Exception> {

        /** Takes a string. */
        void text(int index, String value) throws E;

        /** Takes a whole number. */
        void number(int index, long value) throws E;

        /** Takes a boolean. */
        void flag(int index, boolean value) throws E;

        /** Takes a value of the language. */
        void object(int index, SpecObject value) throws E;

        /** Takes a list of strings. */
        void texts(int index, Collection<String> values) throws E;

        /** Takes a list of values of the language. */
        void objects(int index, Collection<? extends SpecObject> values) throws E;

        /** Takes anything else. */
        void other(int index, Object value) throws E;

        /** Takes the unknown properties, if there are any. */
        void unknown(Map<String, JsonNode> properties) throws E;
    }
}
