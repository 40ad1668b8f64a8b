package io.druidingest.client;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every statement in SQL may be run with. Not thread-safe.
 *
 * @param <S> the kind of options
 */
public abstract class SqlOptions<S extends SqlOptions<S>> {

    private final Map<String, Object> context = new TreeMap<>();
    private List<@Nullable Object> parameters = List.of();

    SqlOptions() {}

    /** What stands for each {@code ?} of the statement, in order: strings, booleans, numbers and nulls. */
    public final S parameters(@Nullable Object... values) {
        this.parameters = Arrays.asList(values.clone());
        return self();
    }

    /**
     * Sets a key of the query context, for example {@code maxNumTasks}. Druid ignores keys that it does not know.
     *
     * @param value a string, boolean or number, or a list or map of them
     * @see <a href="https://druid.apache.org/docs/latest/querying/sql-query-context">SQL query context</a>
     */
    public final S context(String key, Object value) {
        context.put(key, value);
        return self();
    }

    /** The time zone in which times are read, cut to days and written. Druid's default: UTC, unless it is set up otherwise. */
    public final S timeZone(ZoneId zone) {
        return context("sqlTimeZone", zone.getId());
    }

    List<@Nullable Object> parameters() {
        return parameters;
    }

    Map<String, Object> context() {
        return context;
    }

    abstract S self();
}
