package io.druidingest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables makes the values of this library: everything generated stays package-private, the builder implements
 * the hand-declared {@code Builder} of the value, and generated code only assembles. What is required or allowed is
 * judged by {@link Specs}, so that all problems are told together.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE) // so that whoever uses a type needs nothing of Immutables
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        deferCollectionAllocation = true,
        depluralize = true,
        put = "*",
        builder = "new",
        build = "partial",
        validationMethod = Value.Style.ValidationMethod.NONE,
        underrideToString = "describe",
        defaults = @Value.Immutable(copy = false))
public @interface SpecStyle {}
