package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.COORDINATOR;

import io.druidingest.client.internal.http.Endpoint;
import java.util.ArrayList;
import java.util.List;

/** Segments: what is published, used and served. */
public final class SegmentEndpoints {

    /** Reads the metadata store itself; the GET beside it answers from a snapshot that may be a minute old. */
    public static final Endpoint<List<String>> USED_IN = Endpoint.repeatablePost(
            COORDINATOR, "/druid/coordinator/v1/metadata/datasources/{datasource}/segments", reply -> {
                List<String> ids = new ArrayList<>();
                reply.json().forEach(id -> ids.add(id.asText()));
                return ids;
            });

    private SegmentEndpoints() {}
}
