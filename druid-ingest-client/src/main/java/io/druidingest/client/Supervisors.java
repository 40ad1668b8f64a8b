package io.druidingest.client;

import io.druidingest.client.internal.http.Transport;

/**
 * Starts, changes and stops supervisors, and tells how they fare. Thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/supervisor-api">supervisor API</a>
 */
public final class Supervisors {

    @SuppressWarnings("UnusedVariable")
    private final Transport transport;

    Supervisors(Transport transport) {
        this.transport = transport;
    }
}
