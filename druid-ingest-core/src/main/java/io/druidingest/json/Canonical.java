package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;

/** A value that Druid lets us spell in several ways. Equal ones have the same canonical spelling. */
public interface Canonical {

    /** The spelling that it was given, which is written. Not to be changed. */
    JsonNode spelling();

    /** The spelling that stands for all others in {@link SpecJson#canonical}. */
    JsonNode canonical();
}
