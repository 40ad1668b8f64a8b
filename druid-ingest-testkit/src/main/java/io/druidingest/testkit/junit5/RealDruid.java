package io.druidingest.testkit.junit5;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.LocalDruid;
import io.druidingest.testkit.LocalKafka;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests against a real Druid. Those that ask for a {@link LocalDruid}, or for a {@link DruidClient} connected to it, get
 * one, the same for all tests of the run with equal settings; those that ask for a {@link LocalKafka} get that, the same
 * for the whole run.
 *
 * <pre>{@code
 * @RealDruid
 * class LoadIT {
 *     @Test
 *     void loads(DruidClient druid) {}
 * }
 * }</pre>
 *
 * <p>Each starts with the first test that asks, and ends after the last test of the run. Tests share what they store in
 * it, so each had better use data sources and topics of its own, and must not close it. When a test fails, the last lines
 * of Druid's log are printed to {@code System.err}.
 *
 * <p>Where memory is missing, or Druid's jars are and cannot be fetched, the tests are skipped, with what is missing as the
 * reason. The JUnit configuration parameter, or system property, {@code druidingest.realDruid.required=true} makes them
 * fail instead, so that a build whose tests have to run does not pass without them.
 *
 * <p>On a method it counts more than on the class, and on a class more than on one around it. Needs JUnit 5.13 or newer.
 * {@link FakeOverlordExtension} gives a {@link DruidClient} too, so one class takes one of the two.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(RealDruidExtension.class)
public @interface RealDruid {

    /** As {@link LocalDruid.Builder#version}. */
    String version() default "33.0.0";

    /** More extensions, as {@link LocalDruid.Builder#extension}: {@code "group:artifact:version"}. */
    String[] extensions() default {};

    /** As {@link LocalDruid.Builder#middleManager}: tasks have logs. */
    boolean middleManager() default false;

    /** Druid properties for all roles, as {@link LocalDruid.Builder#property(String, String)}: {@code "name=value"}. */
    String[] properties() default {};
}
