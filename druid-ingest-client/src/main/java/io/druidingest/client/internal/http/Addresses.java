package io.druidingest.client.internal.http;

import io.druidingest.DruidIngestException;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the services of a cluster are, and which node of each is asked at present: the one that answered last, which
 * among Overlords and Coordinators is the leader. A request goes to nobody else than the nodes that were named.
 * Thread-safe.
 */
public final class Addresses {

    private final Map<Service, List<URI>> nodes;
    private final boolean routed;
    private final Set<String> named = new HashSet<>();
    private final Map<Service, URI> current = new ConcurrentHashMap<>();

    private Addresses(Map<Service, List<URI>> nodes, boolean routed, Set<String> trusted) {
        this.nodes = nodes;
        this.routed = routed;
        trusted.forEach(t -> named.add(t.toLowerCase(Locale.ROOT)));
        nodes.values().forEach(uris -> uris.forEach(uri -> named.add(authority(uri))));
    }

    /** Routers, each of which leads to all services. */
    public static Addresses ofRouters(List<URI> routers) {
        Map<Service, List<URI>> nodes = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            nodes.put(service, List.copyOf(routers));
        }
        return new Addresses(nodes, true, Set.of());
    }

    /**
     * The nodes themselves.
     *
     * @param trusted further hosts, as {@code host:port}, that a node may redirect to
     */
    public static Addresses ofNodes(Map<Service, List<URI>> nodes, Set<String> trusted) {
        return new Addresses(new EnumMap<>(nodes), false, trusted);
    }

    /**
     * The node to ask.
     *
     * @throws UnnamedService if there is none
     */
    URI node(Service service) {
        List<URI> known = nodes.getOrDefault(service, List.of());
        if (known.isEmpty()) {
            throw new UnnamedService(service);
        }
        return current.getOrDefault(service, known.get(0));
    }

    /** All nodes that were named; none of those behind a Router. */
    List<URI> nodes(Service service) {
        return routed ? List.of() : nodes.getOrDefault(service, List.of());
    }

    /** The path of an endpoint that each node has under the same name. */
    String ownPath(Service service, String path) {
        return routed ? service.proxyPath() + path : path;
    }

    /** Tells that a node cannot be used now: the one named after it is next. */
    void failed(Service service, URI node) {
        List<URI> known = nodes.getOrDefault(service, List.of());
        if (known.size() > 1 || !known.contains(node)) {
            int next = (known.indexOf(node) + 1) % known.size();
            current.compute(service, (s, now) -> now == null || now.equals(node) ? known.get(next) : now);
        }
    }

    /** Tells that a node answered, and did not redirect. */
    void answered(Service service, URI node) {
        current.put(service, node);
    }

    /**
     * The node that another one redirects to; null if it was not named, or would be asked in clear text instead of TLS.
     */
    @Nullable URI redirected(URI from, @Nullable String location) {
        try {
            URI to = URI.create(String.valueOf(location));
            boolean safe = "https".equalsIgnoreCase(to.getScheme())
                    || ("http".equalsIgnoreCase(to.getScheme()) && "http".equalsIgnoreCase(from.getScheme()));
            return safe && to.getRawAuthority() != null && named.contains(authority(to))
                    ? URI.create(to.getScheme() + "://" + to.getRawAuthority())
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Host and port, also where the port goes without saying. */
    private static String authority(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** A service that is needed, and of which no node was named. */
    static final class UnnamedService extends DruidIngestException {

        private static final long serialVersionUID = 1L;

        UnnamedService(Service service) {
            super("no " + service.label() + " is named: give the client a Router by url(..), or its " + service.label()
                    + "s by " + service.name().toLowerCase(Locale.ROOT) + "s(..)");
        }
    }
}
