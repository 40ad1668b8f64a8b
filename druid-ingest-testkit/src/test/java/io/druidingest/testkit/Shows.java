package io.druidingest.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the endpoints that a test shows on a real Druid, as {@code docs/endpoints.md} tells then. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {

    /** Method and path template, for example {@code GET /druid/indexer/v1/task/{id}/status}. */
    String[] value();
}
