package io.druidingest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What Druid assumes where the property is absent, as JSON text. {@link SpecJson#write} never writes it. Several texts
 * where Druid versions differ.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DruidDefault {

    /** JSON text, for example {@code 5000000} or {@code "P1D"} with its quotes. */
    String[] value() default {};

    /** The property of the same object that Druid takes for this one where this one is absent. */
    String follows() default "";
}
