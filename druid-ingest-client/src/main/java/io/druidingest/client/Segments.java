package io.druidingest.client;

import io.druidingest.client.internal.http.Transport;

/**
 * Tells which segments there are and where, and marks them used or unused. Thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/data-management-api">data management API</a>
 */
public final class Segments {

    @SuppressWarnings("UnusedVariable")
    private final Transport transport;

    Segments(Transport transport) {
        this.transport = transport;
    }
}
