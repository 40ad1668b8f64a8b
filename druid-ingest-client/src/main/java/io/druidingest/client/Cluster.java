package io.druidingest.client;

import io.druidingest.client.internal.http.Transport;

/**
 * Tells what the cluster consists of, and how it is set up. Thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/service-status-api">service status API</a>
 */
public final class Cluster {

    @SuppressWarnings("UnusedVariable")
    private final Transport transport;

    Cluster(Transport transport) {
        this.transport = transport;
    }
}
