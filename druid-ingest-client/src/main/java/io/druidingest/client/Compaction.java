package io.druidingest.client;

import io.druidingest.client.internal.http.Transport;

/**
 * Reads and sets how datasources are compacted, and tells how far that is. Thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction API</a>
 */
public final class Compaction {

    @SuppressWarnings("UnusedVariable")
    private final Transport transport;

    Compaction(Transport transport) {
        this.transport = transport;
    }
}
