package io.druidingest.client;

import io.druidingest.client.internal.http.Transport;

/**
 * Reads and sets the rules of how long segments are kept where. Thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/retention-rules-api">retention rules API</a>
 */
public final class Retention {

    @SuppressWarnings("UnusedVariable")
    private final Transport transport;

    Retention(Transport transport) {
        this.transport = transport;
    }
}
