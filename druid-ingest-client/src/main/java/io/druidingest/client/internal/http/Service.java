package io.druidingest.client.internal.http;

import java.util.Locale;

/** The part of a cluster that answers an endpoint. */
public enum Service {
    /** Tasks and supervisors: answered by the leader, to which the others redirect. */
    OVERLORD("/proxy/overlord"),
    /** Segments, rules and compaction: answered by the leader, to which the others redirect. */
    COORDINATOR("/proxy/coordinator"),
    /** Queries: any Broker answers. */
    BROKER("");

    private final String proxyPath;

    Service(String proxyPath) {
        this.proxyPath = proxyPath;
    }

    /** What a Router needs before a path that it would take for one of its own. */
    String proxyPath() {
        return proxyPath;
    }

    /** The name as Druid writes it. */
    String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
