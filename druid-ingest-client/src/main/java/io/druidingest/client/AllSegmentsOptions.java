package io.druidingest.client;

import io.druidingest.client.internal.http.Call;
import java.util.Arrays;
import java.util.List;

/** Which segments of the whole cluster are told. Not thread-safe. */
public final class AllSegmentsOptions {

    private List<String> dataSources = List.of();
    private boolean includeRealtimeSegments;

    AllSegmentsOptions() {}

    /** Only segments of these. Default: of all datasources. */
    public AllSegmentsOptions dataSources(String... dataSources) {
        this.dataSources = List.copyOf(Arrays.asList(dataSources));
        return this;
    }

    /** Whether those count that tasks serve and have not published yet. Default: false. Since Druid 30. */
    public AllSegmentsOptions includeRealtimeSegments(boolean includeRealtimeSegments) {
        this.includeRealtimeSegments = includeRealtimeSegments;
        return this;
    }

    <T> Call<T> in(Call<T> call) {
        Call<T> limited =
                call.flag("includeOvershadowedStatus", true).flag("includeRealtimeSegments", includeRealtimeSegments);
        for (String dataSource : dataSources) {
            limited = limited.query("datasources", dataSource);
        }
        return limited;
    }
}
