package io.druidingest.client.internal.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How requests are sent: what one user of a {@link Transport} may have otherwise than another. Immutable. */
public final class RequestSettings {

    private final @Nullable Duration timeout;
    private final Duration usualTimeout;
    private final Duration retryFor;
    private final Map<String, String> headers;

    private RequestSettings(
            @Nullable Duration timeout, Duration usualTimeout, Duration retryFor, Map<String, String> headers) {
        this.timeout = timeout;
        this.usualTimeout = usualTimeout;
        this.retryFor = retryFor;
        this.headers = headers;
    }

    /**
     * Settings without headers.
     *
     * @param usualTimeout how long an answer may take to begin, where an endpoint does not need longer
     * @param retryFor how long to try again
     */
    public static RequestSettings of(Duration usualTimeout, Duration retryFor) {
        return new RequestSettings(null, usualTimeout, retryFor, Map.of());
    }

    /** These settings with a time-out for whatever endpoint. */
    public RequestSettings timeout(Duration forAll) {
        return new RequestSettings(forAll, usualTimeout, retryFor, headers);
    }

    public RequestSettings retryFor(Duration changed) {
        return new RequestSettings(timeout, usualTimeout, changed, headers);
    }

    /** These settings with a header more. */
    public RequestSettings header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RequestSettings(timeout, usualTimeout, retryFor, more);
    }

    Duration timeout(Endpoint<?> endpoint) {
        if (timeout != null) {
            return timeout;
        }
        Duration needed = endpoint.timeout();
        return needed != null && needed.compareTo(usualTimeout) > 0 ? needed : usualTimeout;
    }

    Duration retryFor() {
        return retryFor;
    }

    Map<String, String> headers() {
        return headers;
    }
}
