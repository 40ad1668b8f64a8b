package io.druidingest.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the endpoints that a test shows on a real Druid, as {@code docs/endpoints.md} tells then. The test fails if it has
 * not asked one of them.
 */
@ExtendWith(Asked.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {

    /** Method and path template, for example {@code GET /druid/indexer/v1/task/{id}/status}. */
    String[] value();
}
