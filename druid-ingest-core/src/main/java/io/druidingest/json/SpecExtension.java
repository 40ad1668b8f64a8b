package io.druidingest.json;

/**
 * Adds types of your own to the language, for an extension of Druid that this library does not know: they are read,
 * checked and written like all others.
 *
 * <p>Named in {@code META-INF/services/io.druidingest.json.SpecExtension} and found beside this library, by its class
 * loader. {@code docs/custom-types.md} shows a whole one.
 */
public interface SpecExtension {

    /** Names each type; called once, before the first document is read. */
    void register(Types types);

    /** Where an extension names its types. */
    interface Types {

        /**
         * Names a type.
         *
         * @param family the interface that the type is a variant of, for example {@code InputSource.class}
         * @param id the type id in JSON
         * @param type the interface of the values, or their class if it is written by hand; it extends or implements
         *     the family directly
         * @throws IllegalArgumentException if the family is none, the id is taken, or the type is not of the family
         */
        <F extends SpecObject> Types add(Class<F> family, String id, Class<? extends F> type);
    }
}
