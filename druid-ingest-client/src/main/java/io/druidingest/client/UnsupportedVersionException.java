package io.druidingest.client;

import io.druidingest.DruidIngestException;
import io.druidingest.client.model.DruidVersion;

/** The cluster is too old for what it was asked for, and would have done something else. Nothing was sent. */
public final class UnsupportedVersionException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final transient DruidVersion version;

    /** Made by the client; see the accessors for the parts. */
    public UnsupportedVersionException(String what, int since, DruidVersion version) {
        super(what + " takes Druid " + since + " or newer, and this is " + version);
        this.version = version;
    }

    /** The version that the cluster has. */
    public DruidVersion version() {
        return version;
    }
}
