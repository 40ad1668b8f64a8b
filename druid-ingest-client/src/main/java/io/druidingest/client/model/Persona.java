package io.druidingest.client.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who can mend what an error is about: Druid's own words for it. */
public enum Persona {
    /** Whoever sent the request: it asks for what is wrong, or is not there. */
    USER,
    /** Whoever grants permissions, quotas and settings of the cluster. */
    ADMIN,
    /** Whoever keeps the cluster, or the network before it, running. */
    OPERATOR,
    /** Whoever writes Druid: a bug, to be reported. */
    DEVELOPER;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    /** The one that an answer names; null for a word of no meaning. */
    static @Nullable Persona of(String word) {
        for (Persona persona : values()) {
            if (persona.name().equals(word.toUpperCase(Locale.ROOT))) {
                return persona;
            }
        }
        return null;
    }

    /** The one to turn to after an answer of this HTTP status that names none. */
    public static Persona ofStatus(int status) {
        if (status == UNAUTHORIZED || status == FORBIDDEN || status == TOO_MANY) {
            return ADMIN;
        }
        return status / 100 == 4 ? USER : OPERATOR;
    }
}
