package io.druidingest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the accessor of a property that Druid does not give back as it was sent: it never writes it, or fills in what
 * nobody can know before, as the time of day. {@link SpecJson#diff} compares it only where both sides say it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneSided {}
