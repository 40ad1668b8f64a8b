package io.druidingest.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.validation.Checked;
import java.util.Map;

/**
 * A JSON object of Druid's ingestion language, as an immutable value.
 *
 * <p>An accessor has the name of its JSON property. One that may return null stands for a property that need not be
 * given: null means that it is not written and Druid's own default applies. Lists and maps are never null. Equality is
 * by content; {@code toString} is the JSON with secrets masked. Thread-safe.
 */
public interface SpecObject extends Checked {

    /** Properties that this version of the library does not know; kept as they are and written back. */
    @JsonAnyGetter
    @Sensitive
    Map<String, JsonNode> properties();

    /**
     * Takes out what a server adds to this value or derives from it when it gives it back, and moves what it gives back
     * elsewhere, so that {@link SpecJson#diff} compares what was meant. Defaults go by themselves afterwards ({@link
     * DruidDefault}).
     *
     * @param json this value in its canonical spelling, to be changed; nested values are there as what they mean. Numbers
     *     that are added are decimals
     */
    default void normalize(ObjectNode json) {}

    /** How messages name this value, for example {@code index_parallel "wikipedia"}. */
    default String label() {
        return Shape.of(this).name();
    }
}
