package io.druidingest.client;

import io.druidingest.client.internal.http.Call;
import io.druidingest.client.model.LoadStatus;
import io.druidingest.unit.Interval;
import org.jspecify.annotations.Nullable;

/** Of which segments the load status is told, and how. Not thread-safe. */
public final class LoadStatusOptions {

    private @Nullable Interval interval;
    private boolean forceMetadataRefresh;
    private LoadStatus.Form form = LoadStatus.Form.PERCENT;

    LoadStatusOptions() {}

    /** Only segments in that time. Druid's default: the last two weeks. */
    public LoadStatusOptions interval(Interval interval) {
        this.interval = Checks.wellFormed(interval);
        return this;
    }

    /**
     * Whether the Coordinator reads the segments of all datasources from the metadata store first, instead of answering
     * from a snapshot that may be a minute old. Use it once after a publication, not in a loop. Default: false.
     */
    public LoadStatusOptions forceMetadataRefresh(boolean forceMetadataRefresh) {
        this.forceMetadataRefresh = forceMetadataRefresh;
        return this;
    }

    /** What is told. Default: {@link LoadStatus.Form#PERCENT}. */
    public LoadStatusOptions form(LoadStatus.Form form) {
        this.form = form;
        return this;
    }

    LoadStatus.Form form() {
        return form;
    }

    <T> Call<T> in(Call<T> call) {
        return in(form, call.query("forceMetadataRefresh", forceMetadataRefresh).query("interval", interval));
    }

    static <T> Call<T> in(LoadStatus.Form form, Call<T> call) {
        boolean clusterView = form == LoadStatus.Form.FULL_BY_CLUSTER_VIEW;
        return call.flag("simple", form == LoadStatus.Form.SIMPLE)
                .flag("full", form == LoadStatus.Form.FULL || clusterView)
                .flag("computeUsingClusterView", clusterView);
    }
}
