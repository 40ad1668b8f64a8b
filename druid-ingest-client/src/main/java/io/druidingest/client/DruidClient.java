package io.druidingest.client;

import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.internal.http.TransportConfig;
import io.druidingest.client.internal.task.Availability;
import io.druidingest.client.internal.task.TaskPoller;
import io.druidingest.client.internal.time.SystemTime;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client of one Druid cluster. Make one and share it: it is thread-safe, its threads are daemons, and while nothing is
 * under way it has none of its own but the one of the JDK's HTTP client.
 *
 * <pre>{@code
 * try (DruidClient druid = DruidClient.connect("http://localhost:8888")) {
 *   druid.tasks().submit(load).thenCompose(TaskHandle::queryable).join();
 * }
 * }</pre>
 */
public final class DruidClient implements AutoCloseable {

    private final @Nullable SystemTime ownTime;
    private final Transport transport;
    private final TaskPoller poller;
    private final Tasks tasks;
    private final Sql sql;

    private DruidClient(Builder b, URI url) {
        this.ownTime = b.time == null ? new SystemTime() : null;
        Time time = ownTime == null ? Objects.requireNonNull(b.time) : ownTime;
        this.transport = new Transport(
                new TransportConfig(
                        url, b.connectTimeout, b.requestTimeout, b.retryFor, b.maxInFlight, b.maxResponseBytes),
                time);
        this.poller = new TaskPoller(transport, time, b.pollShortest, b.pollLongest);
        this.sql = new Sql(transport);
        this.tasks = new Tasks(transport, poller, new Availability(transport));
    }

    /**
     * A client with the defaults of {@link Builder}. Does not ask anything yet.
     *
     * @param url the Router, whose management proxy has to be enabled, for example {@code http://localhost:8888}
     */
    public static DruidClient connect(String url) {
        return builder().url(url).build();
    }

    /** A client with settings of one's own. */
    public static Builder builder() {
        return new Builder();
    }

    /** Submits tasks and follows them. */
    public Tasks tasks() {
        return tasks;
    }

    /** Asks in Druid SQL. */
    public Sql sql() {
        return sql;
    }

    /** Ends all waiting with an exception that says so, in a moment. Tasks on the cluster go on. */
    @Override
    public void close() {
        poller.close();
        transport.close();
        if (ownTime != null) {
            ownTime.close();
        }
    }

    /** Makes a {@link DruidClient}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String url;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration requestTimeout = Duration.ofSeconds(60);
        private Duration retryFor = Duration.ofMinutes(2);
        private int maxInFlight = 64;
        private long maxResponseBytes = 64L << 20;
        private Duration pollShortest = Duration.ofSeconds(1);
        private Duration pollLongest = Duration.ofSeconds(30);
        private @Nullable Time time;

        private Builder() {}

        /** The Router, for example {@code http://localhost:8888}. Required. */
        public Builder url(String url) {
            this.url = url;
            return this;
        }

        /** How long to wait for a connection. Default: 10 seconds. */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = connectTimeout;
            return this;
        }

        /** How long to wait for an answer to begin. Default: 60 seconds. */
        public Builder requestTimeout(Duration requestTimeout) {
            this.requestTimeout = requestTimeout;
            return this;
        }

        /**
         * How long to try again what may help and cannot harm. Default: 2 minutes, which a cluster needs to elect another
         * leader.
         */
        public Builder retryFor(Duration retryFor) {
            this.retryFor = retryFor;
            return this;
        }

        /** How many requests, and so connections and threads, there are at one time; more wait. Default: 64. */
        public Builder maxInFlight(int maxInFlight) {
            this.maxInFlight = maxInFlight;
            return this;
        }

        /** The longest answer that is read into memory, in bytes. Default: 64 MiB. */
        public Builder maxResponseBytes(long maxResponseBytes) {
            this.maxResponseBytes = maxResponseBytes;
            return this;
        }

        /**
         * How often a task that is waited for is asked after: at first, and at most seldom, while it does not end.
         * Default: 1 second to 30 seconds.
         */
        public Builder pollInterval(Duration shortest, Duration longest) {
            this.pollShortest = shortest;
            this.pollLongest = longest;
            return this;
        }

        /** The clocks and the timer. Default: the real ones. */
        public Builder time(Time time) {
            this.time = time;
            return this;
        }

        /**
         * Makes the client.
         *
         * @throws IllegalArgumentException if a setting makes no sense; the message says which and why
         */
        public DruidClient build() {
            check(maxInFlight > 0, "maxInFlight must be positive, not " + maxInFlight);
            check(
                    maxResponseBytes > 0 && maxResponseBytes < 1L << 31,
                    "maxResponseBytes must be positive and below 2 GiB, not " + maxResponseBytes);
            check(isPositive(connectTimeout), "connectTimeout must be positive, not " + connectTimeout);
            check(isPositive(requestTimeout), "requestTimeout must be positive, not " + requestTimeout);
            check(!retryFor.isNegative(), "retryFor must not be negative, but is " + retryFor);
            check(
                    isPositive(pollShortest) && pollShortest.compareTo(pollLongest) <= 0,
                    "pollInterval must be positive and ascending, not " + pollShortest + " to " + pollLongest);
            return new DruidClient(this, uri(url));
        }

        private static URI uri(@Nullable String url) {
            check(url != null, "url is required, for example http://localhost:8888");
            URI uri;
            try {
                uri = new URI(String.valueOf(url).replaceAll("/+$", ""));
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("url must be http(s)://host:port"); // e has all of it in its text
            }
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            check(http && uri.getHost() != null, "url must be http(s)://host:port");
            check(uri.getRawUserInfo() == null, "url must not hold a user or password");
            return uri;
        }

        private static boolean isPositive(Duration duration) {
            return !duration.isNegative() && !duration.isZero();
        }

        private static void check(boolean sound, String problem) {
            if (!sound) {
                throw new IllegalArgumentException(problem);
            }
        }
    }
}
