package io.druidingest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose variants are told apart by a JSON property, mostly {@code type}, and registers them: one line
 * for each type id.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Family {

    /** The variants that this version of the library knows. */
    Variant[] value();

    /** The JSON property that holds the type id. */
    String property() default "type";

    /** What an unknown type id is read as, so that nothing is lost. */
    Class<? extends SpecObject> unknown();

    /** The type id that Druid assumes where none is given; empty where Druid insists on one. */
    String absent() default "";

    /** The property that a bare string stands for; empty where Druid takes no bare string. */
    String text() default "";

    /** One type id. */
    @Target({})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Variant {

        /** The type id. */
        String id();

        /** The value type; several ids of one shape share one. */
        Class<? extends SpecObject> type();

        /** The newer id of the same, if Druid has one. */
        String newer() default "";
    }
}
