package io.druidingest.json.internal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.SpecObject;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of one type in straight-line code, and tells what checking and writing them needs to know, so that neither
 * waits for reflection. The build makes one for each value type of this library, {@code FooAccessors} beside {@code Foo};
 * types of others do without. Thread-safe.
 *
 * @param <T> the value type
 */
public abstract class Accessors<T> {

    private final List<String> names;
    private final SerializableString[] keys;
    private volatile int @Nullable [] alphabetical;

    /**
     * Names the properties in the order in which they are passed.
     *
     * @param names in JSON: the type id, then what is inherited, then what is the type's own
     */
    protected Accessors(String... names) {
        this.names = List.of(names);
        this.keys = new SerializableString[names.length];
        for (int i = 0; i < names.length; i++) {
            keys[i] = new SerializedString(names[i]);
        }
    }

    /** The JSON names of the properties, by their indexes. */
    public final List<String> names() {
        return names;
    }

    /** The JSON name of a property, ready to be written. */
    public final SerializableString key(int index) {
        return keys[index];
    }

    /** The indexes of the properties in the alphabetical order of their names. Not to be changed. */
    public final int[] alphabetical() {
        int[] order = alphabetical;
        if (order == null) {
            order = IntStream.range(0, names.size())
                    .boxed()
                    .sorted(Comparator.comparing(names::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            alphabetical = order;
        }
        return order;
    }

    /** Whether a value has all that is required. */
    public abstract boolean isComplete(T value);

    /** Whether a type id, where the type leaves it open, is one of those that this library has for the type. */
    public boolean goesWith(String id) {
        return false;
    }

    /** The list that stands for the value in JSON; null where it is an object. */
    public @Nullable Collection<?> asList(T value) {
        return null;
    }

    /**
     * Passes what is set in a value: neither null nor, where that says nothing, an empty list or map.
     *
     * @return whether the value has all that is required
     * @throws E what the visitor throws
     */
    public abstract <E extends Exception> boolean each(T value, Visitor<E> visitor) throws E;

    /**
     * Takes the properties of one value, each with its index in {@link Accessors#names}.
     *
     * @param <E> what it may throw
     */
    public interface Visitor<E extends Exception> {

        /** Takes the type id, where the type leaves it open. */
        void id(int index, String value) throws E;

        /** Takes a string. */
        void text(int index, String value) throws E;

        /** Takes a whole number. */
        void number(int index, long value) throws E;

        /** Takes a boolean. */
        void flag(int index, boolean value) throws E;

        /** Takes a duration that is a number of milliseconds in JSON. */
        void millis(int index, Duration value) throws E;

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
