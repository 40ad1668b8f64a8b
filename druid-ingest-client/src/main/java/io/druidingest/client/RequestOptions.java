package io.druidingest.client;

import io.druidingest.client.internal.http.RequestSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the requests of {@link DruidClient#with} differ from the client's others. Not thread-safe. */
public final class RequestOptions {

    private @Nullable Duration timeout;
    private @Nullable Duration retryFor;
    private @Nullable String author;
    private @Nullable String comment;

    RequestOptions() {}

    /** How long to wait for an answer to begin. */
    public RequestOptions timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** How long to try again what may help and cannot harm; zero: not at all. */
    public RequestOptions retryFor(Duration retryFor) {
        this.retryFor = retryFor;
        return this;
    }

    /** Who makes a change, for Druid's audit log; ASCII. By default Druid knows the authenticated user only. */
    public RequestOptions author(String author) {
        this.author = author;
        return this;
    }

    /** Why a change is made, for Druid's audit log; ASCII. */
    public RequestOptions comment(String comment) {
        this.comment = comment;
        return this;
    }

    RequestSettings over(RequestSettings base) {
        RequestSettings settings = base;
        if (timeout != null) {
            settings = settings.timeout(Checks.positive("timeout", timeout));
        }
        if (retryFor != null) {
            settings = settings.retryFor(Checks.notNegative("retryFor", retryFor));
        }
        if (author != null) {
            settings = settings.header("X-Druid-Author", author);
        }
        if (comment != null) {
            settings = settings.header("X-Druid-Comment", comment);
        }
        return settings;
    }
}
