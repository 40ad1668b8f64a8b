package io.druidingest.client;

import static io.druidingest.client.Checks.check;

import io.druidingest.client.internal.http.Addresses;
import io.druidingest.client.internal.http.Service;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.internal.http.TransportConfig;
import io.druidingest.client.internal.task.Availability;
import io.druidingest.client.internal.task.TaskPoller;
import io.druidingest.client.internal.time.SystemTime;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
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
    private final Fallback fallback;
    private final Tasks tasks;
    private final Supervisors supervisors;
    private final Segments segments;
    private final Retention retention;
    private final Compaction compaction;
    private final Sql sql;
    private final Cluster cluster;

    private DruidClient(@Nullable SystemTime ownTime, Transport transport, TaskPoller poller, Fallback fallback) {
        this.ownTime = ownTime;
        this.fallback = fallback;
        this.transport = transport;
        this.poller = poller;
        this.tasks = new Tasks(transport, poller, new Availability(transport));
        this.supervisors = new Supervisors(transport);
        this.segments = new Segments(transport, fallback);
        this.retention = new Retention(transport);
        this.compaction = new Compaction(transport, fallback);
        this.sql = new Sql(transport, tasks);
        this.cluster = new Cluster(transport);
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

    /**
     * This client with other options for its requests, for example who makes a change, and why:
     * {@code druid.with(r -> r.author("ops").comment("ticket 42"))}. It shares threads, connections and polling with this
     * one, and costs next to nothing; closing either closes both.
     *
     * @throws IllegalArgumentException if an option makes no sense; the message says which and why
     */
    public DruidClient with(UnaryOperator<RequestOptions> options) {
        RequestOptions chosen = options.apply(new RequestOptions());
        return new DruidClient(ownTime, transport.with(chosen.over(transport.settings())), poller, fallback);
    }

    /** Submits tasks and follows them. */
    public Tasks tasks() {
        return tasks;
    }

    /** Starts, changes and stops supervisors, and tells how they fare. */
    public Supervisors supervisors() {
        return supervisors;
    }

    /** Tells which segments there are and where, and marks them used or unused. */
    public Segments segments() {
        return segments;
    }

    /** Reads and sets the rules of how long segments are kept where. */
    public Retention retention() {
        return retention;
    }

    /** Reads and sets how datasources are compacted, and tells how far that is. */
    public Compaction compaction() {
        return compaction;
    }

    /** Tells what the cluster consists of, and how it is set up. */
    public Cluster cluster() {
        return cluster;
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

        private List<URI> routers = List.of();
        private final Map<Service, List<URI>> nodes = new EnumMap<>(Service.class);
        private final Set<String> trusted = new HashSet<>();
        private @Nullable Credentials credentials;
        private @Nullable SSLContext sslContext;
        private @Nullable ProxySelector proxy;
        private @Nullable String userAgent;
        private IngestListener listener = new IngestListener() {};
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration requestTimeout = Duration.ofSeconds(60);
        private Duration retryFor = Duration.ofMinutes(2);
        private int maxInFlight = 64;
        private long maxResponseBytes = 64L << 20;
        private Duration pollShortest = Duration.ofSeconds(1);
        private Duration pollLongest = Duration.ofSeconds(30);
        private @Nullable Time time;

        private Builder() {}

        /**
         * The Router, or several of which the one that answers is used, for example {@code http://localhost:8888}. Its
         * management proxy has to be enabled. Either this is required, or the nodes themselves.
         */
        public Builder url(String... urls) {
            this.routers = uris(urls);
            return this;
        }

        /** The Overlords, where there is no Router: all of them, since the leader may be any. */
        public Builder overlords(String... urls) {
            nodes.put(Service.OVERLORD, uris(urls));
            return this;
        }

        /** The Coordinators, where there is no Router: all of them, since the leader may be any. */
        public Builder coordinators(String... urls) {
            nodes.put(Service.COORDINATOR, uris(urls));
            return this;
        }

        /** The Brokers, where there is no Router. One is asked, and the next one when it fails. */
        public Builder brokers(String... urls) {
            nodes.put(Service.BROKER, uris(urls));
            return this;
        }

        /**
         * Further nodes that an Overlord or Coordinator may redirect to, for example because the nodes call each other by
         * other names than they are called here. Requests, with their credentials, go to no node that was not named.
         *
         * @param hosts each {@code host:port}
         */
        public Builder trustedNodes(String... hosts) {
            trusted.addAll(Arrays.asList(hosts));
            return this;
        }

        /** Who the client is. By default it does not say. */
        public Builder credentials(Credentials credentials) {
            this.credentials = credentials;
            return this;
        }

        /** Whom to trust and how to identify on {@code https} addresses; see {@link Tls}. Default: as Java does. */
        public Builder sslContext(SSLContext sslContext) {
            this.sslContext = sslContext;
            return this;
        }

        /** The HTTP proxy to go through. Default: what Java is set up with ({@code http.proxyHost}). */
        public Builder proxy(ProxySelector proxy) {
            this.proxy = proxy;
            return this;
        }

        /** The application's own {@code product/version}, to stand before ours in the header {@code User-Agent}. */
        public Builder userAgent(String userAgent) {
            this.userAgent = userAgent;
            return this;
        }

        /** Who is told what the client does. Default: nobody. */
        public Builder listener(IngestListener listener) {
            this.listener = listener;
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

        /**
         * How many requests, and so connections, there are at one time; more wait. Default: 64. Streams that are being read
         * come on top, since their reader may wait for a request.
         */
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
            check(
                    Checks.positive("pollInterval", pollShortest).compareTo(pollLongest) <= 0,
                    "pollInterval must be ascending, not " + pollShortest + " to " + pollLongest);
            TransportConfig config = new TransportConfig(addresses())
                    .connectTimeout(Checks.positive("connectTimeout", connectTimeout))
                    .requestTimeout(Checks.positive("requestTimeout", requestTimeout))
                    .retryFor(Checks.notNegative("retryFor", retryFor))
                    .maxInFlight(maxInFlight)
                    .maxResponseBytes(maxResponseBytes)
                    .credentials(credentials)
                    .sslContext(sslContext)
                    .proxy(proxy)
                    .userAgent(userAgent)
                    .listener(listener);
            SystemTime own = time == null ? new SystemTime() : null;
            Time used = own == null ? Objects.requireNonNull(time) : own;
            Transport transport = new Transport(config, used);
            TaskPoller poller = new TaskPoller(transport, used, pollShortest, pollLongest);
            return new DruidClient(own, transport, poller, new Fallback(used));
        }

        private Addresses addresses() {
            if (routers.isEmpty()) {
                check(
                        !nodes.isEmpty(),
                        "url is required, for example http://localhost:8888; or overlords, coordinators"
                                + " and brokers are");
                return Addresses.ofNodes(nodes, trusted);
            }
            check(nodes.isEmpty(), "give either the url of a Router or the nodes themselves, not both");
            check(trusted.isEmpty(), "trustedNodes are for redirects, and a Router makes none; leave them out");
            return Addresses.ofRouters(routers);
        }

        private static List<URI> uris(String... urls) {
            return Arrays.stream(urls).map(Builder::uri).collect(Collectors.toUnmodifiableList());
        }

        private static URI uri(String url) {
            URI uri;
            try {
                uri = new URI(url.replaceAll("/+$", ""));
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("url must be http(s)://host:port"); // e has all of it in its text
            }
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            check(http && uri.getHost() != null, "url must be http(s)://host:port");
            check(uri.getRawUserInfo() == null, "url must not hold a user or password; use credentials");
            return uri;
        }
    }
}
