package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link SpecObject}: one method for each JSON property, by the property's name. Passing null to a property that
 * need not be given takes it back. Not thread-safe.
 *
 * @param <T> what is made
 * @param <B> the builder itself
 */
public interface SpecBuilder<T extends SpecObject, B extends SpecBuilder<T, B>> {

    /**
     * Sets a property that this version of the library does not know, for example one of a newer Druid.
     *
     * @param value from now on not to be changed
     */
    B property(String name, JsonNode value);

    /**
     * Sets a property that this version of the library does not know.
     *
     * @param value a string, number, boolean, null, map, list, or value of this library
     * @throws IllegalArgumentException if the value cannot be written as JSON
     */
    default B property(String name, @Nullable Object value) {
        return property(name, SpecJson.tree(value));
    }

    /**
     * Makes the value.
     *
     * @throws io.druidingest.validation.SpecValidationException if a required property is missing; for a whole task or
     *     supervisor also if anything in it breaks a rule. It names all problems at once.
     */
    T build();
}
