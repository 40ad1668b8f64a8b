package io.druidingest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the accessor of a property that Druid writes by another name than it reads it by: {@link SpecJson#diff} takes
 * both for the same.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WrittenAs {

    /** The name that Druid writes, and does not read. */
    String value();
}
