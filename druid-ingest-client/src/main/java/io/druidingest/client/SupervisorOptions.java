package io.druidingest.client;

/** How a supervisor is submitted. Not thread-safe. */
public final class SupervisorOptions {

    private boolean skipRestartIfUnmodified;

    SupervisorOptions() {}

    /**
     * Whether to leave a supervisor alone that has this very spec already. Otherwise it is restarted: its tasks stop
     * reading and publish, others go on. Default: false. Since Druid 33; ignored before.
     */
    public SupervisorOptions skipRestartIfUnmodified(boolean skip) {
        this.skipRestartIfUnmodified = skip;
        return this;
    }

    boolean skipRestartIfUnmodified() {
        return skipRestartIfUnmodified;
    }
}
