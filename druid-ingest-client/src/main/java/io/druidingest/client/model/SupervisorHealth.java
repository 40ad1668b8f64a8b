package io.druidingest.client.model;

/** Whether a supervisor is well, as Druid judges. */
public enum SupervisorHealth {
    /**
     * Nothing is known to be wrong. A supervisor that has just begun is healthy, too: only after three runs in a row
     * that fail ({@code druid.supervisor.unhealthinessThreshold}) it is not.
     */
    HEALTHY,
    /** It, or its tasks, have failed again and again: {@link SupervisorStatus#recentErrors} tells of it. */
    UNHEALTHY,
    /** This type of supervisor has no health check, for example {@code autocompact}. */
    NOT_IMPLEMENTED
}
