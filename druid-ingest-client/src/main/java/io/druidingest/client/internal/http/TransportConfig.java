package io.druidingest.client.internal.http;

import io.druidingest.client.Credentials;
import io.druidingest.client.IngestListener;
import java.net.ProxySelector;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What a {@link Transport} is made of. Set once, then only read. */
public final class TransportConfig {

    private final Addresses addresses;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(60);
    private Duration retryFor = Duration.ofMinutes(2);
    private int maxInFlight = 64;
    private long maxResponseBytes = 64L << 20;
    private @Nullable Credentials credentials;
    private @Nullable SSLContext sslContext;
    private @Nullable ProxySelector proxy;
    private @Nullable String userAgent;
    private IngestListener listener = new IngestListener() {};

    public TransportConfig(Addresses addresses) {
        this.addresses = addresses;
    }

    public TransportConfig connectTimeout(Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    public TransportConfig requestTimeout(Duration timeout) {
        this.requestTimeout = timeout;
        return this;
    }

    public TransportConfig retryFor(Duration patience) {
        this.retryFor = patience;
        return this;
    }

    public TransportConfig maxInFlight(int cap) {
        this.maxInFlight = cap;
        return this;
    }

    public TransportConfig maxResponseBytes(long limit) {
        this.maxResponseBytes = limit;
        return this;
    }

    public TransportConfig credentials(@Nullable Credentials who) {
        this.credentials = who;
        return this;
    }

    public TransportConfig sslContext(@Nullable SSLContext context) {
        this.sslContext = context;
        return this;
    }

    public TransportConfig proxy(@Nullable ProxySelector selector) {
        this.proxy = selector;
        return this;
    }

    public TransportConfig userAgent(@Nullable String product) {
        this.userAgent = product;
        return this;
    }

    public TransportConfig listener(IngestListener told) {
        this.listener = told;
        return this;
    }

    Addresses addresses() {
        return addresses;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    RequestSettings settings() {
        return RequestSettings.of(requestTimeout, retryFor);
    }

    int maxInFlight() {
        return maxInFlight;
    }

    long maxResponseBytes() {
        return maxResponseBytes;
    }

    @Nullable Credentials credentials() {
        return credentials;
    }

    @Nullable SSLContext sslContext() {
        return sslContext;
    }

    @Nullable ProxySelector proxy() {
        return proxy;
    }

    IngestListener listener() {
        return listener;
    }

    /** The application's own product, if it has one, and then ours. */
    String userAgent() {
        String version = TransportConfig.class.getPackage().getImplementationVersion();
        String own = "druid-ingest/" + (version == null ? "dev" : version);
        return userAgent == null ? own : userAgent + " " + own;
    }
}
