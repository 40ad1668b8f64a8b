package io.druidingest.client.internal.http;

import java.net.URI;
import java.time.Duration;

/** What {@link Transport} needs to know. */
public final class TransportConfig {

    private final URI baseUri;
    private final Duration connectTimeout;
    private final Duration requestTimeout;
    private final Duration retryFor;
    private final int maxInFlight;
    private final long maxResponseBytes;

    public TransportConfig(
            URI baseUri,
            Duration connectTimeout,
            Duration requestTimeout,
            Duration retryFor,
            int maxInFlight,
            long maxResponseBytes) {
        this.baseUri = baseUri;
        this.connectTimeout = connectTimeout;
        this.requestTimeout = requestTimeout;
        this.retryFor = retryFor;
        this.maxInFlight = maxInFlight;
        this.maxResponseBytes = maxResponseBytes;
    }

    URI baseUri() {
        return baseUri;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    Duration requestTimeout() {
        return requestTimeout;
    }

    Duration retryFor() {
        return retryFor;
    }

    int maxInFlight() {
        return maxInFlight;
    }

    long maxResponseBytes() {
        return maxResponseBytes;
    }

    String userAgent() {
        String version = TransportConfig.class.getPackage().getImplementationVersion();
        return "druid-ingest/" + (version == null ? "dev" : version);
    }
}
