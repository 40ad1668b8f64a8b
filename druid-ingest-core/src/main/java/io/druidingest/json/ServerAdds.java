package io.druidingest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the properties that Druid writes of a type besides, derived from what is said, and does not read: {@link
 * SpecJson#diff} leaves them out.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServerAdds {

    /** The properties. */
    String[] value();
}
