package io.druidingest.client.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * One request to be made: an endpoint, filled in.
 *
 * @param <T> what comes back
 */
public final class Call<T> {

    private final Endpoint<T> endpoint;
    private final String path;
    private final byte @Nullable [] body;

    Call(Endpoint<T> endpoint, String path, byte @Nullable [] body) {
        this.endpoint = endpoint;
        this.path = path;
        this.body = body;
    }

    Endpoint<T> endpoint() {
        return endpoint;
    }

    String path() {
        return path;
    }

    byte @Nullable [] body() {
        return body;
    }
}
