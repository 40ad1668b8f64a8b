package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.COORDINATOR;
import static io.druidingest.client.internal.http.Service.OVERLORD;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Reply;
import io.druidingest.client.internal.http.Service;
import io.druidingest.client.model.SegmentUpdate;
import java.io.IOException;
import java.time.Duration;

/**
 * Segments marked used and unused: by the Overlord since Druid 32, and by the Coordinator before. A segment that is marked
 * stays so: what is sent a second time changes no more.
 */
public final class SegmentUpdateEndpoints {

    public static final Endpoint<SegmentUpdate> USE_ALL = post("");
    public static final Endpoint<SegmentUpdate> USE_ALL_BEFORE_32 = postBefore32("");
    public static final Endpoint<SegmentUpdate> UNUSE_ALL = delete("");
    public static final Endpoint<SegmentUpdate> UNUSE_ALL_BEFORE_32 = deleteBefore32("");
    public static final Endpoint<SegmentUpdate> USE = post("/markUsed");
    public static final Endpoint<SegmentUpdate> USE_BEFORE_32 = postBefore32("/markUsed");
    public static final Endpoint<SegmentUpdate> UNUSE = post("/markUnused");
    public static final Endpoint<SegmentUpdate> UNUSE_BEFORE_32 = postBefore32("/markUnused");
    public static final Endpoint<SegmentUpdate> USE_ONE = post("/segments/{segment}");
    public static final Endpoint<SegmentUpdate> USE_ONE_BEFORE_32 = postBefore32("/segments/{segment}");
    public static final Endpoint<SegmentUpdate> UNUSE_ONE = delete("/segments/{segment}");
    public static final Endpoint<SegmentUpdate> UNUSE_ONE_BEFORE_32 = deleteBefore32("/segments/{segment}");

    private SegmentUpdateEndpoints() {}

    private static Endpoint<SegmentUpdate> post(String path) {
        return post(OVERLORD, "/druid/indexer/v1/datasources/{datasource}" + path)
                .since(32);
    }

    private static Endpoint<SegmentUpdate> postBefore32(String path) {
        return post(COORDINATOR, "/druid/coordinator/v1/datasources/{datasource}" + path);
    }

    private static Endpoint<SegmentUpdate> delete(String path) {
        return delete(OVERLORD, "/druid/indexer/v1/datasources/{datasource}" + path)
                .since(32);
    }

    private static Endpoint<SegmentUpdate> deleteBefore32(String path) {
        return delete(COORDINATOR, "/druid/coordinator/v1/datasources/{datasource}" + path);
    }

    private static Endpoint<SegmentUpdate> post(Service service, String path) {
        return slow(Endpoint.repeatablePost(service, path, SegmentUpdateEndpoints::update));
    }

    private static Endpoint<SegmentUpdate> delete(Service service, String path) {
        return slow(Endpoint.repeatableDelete(service, path, SegmentUpdateEndpoints::update));
    }

    /** Before Druid 32 some answer with nothing; and with 204 if the Coordinator's snapshot has no such datasource. */
    private static SegmentUpdate update(Reply reply) throws IOException {
        if (reply.status() == 204) {
            return SegmentUpdate.of(JsonNodeFactory.instance.objectNode().put("numChangedSegments", 0));
        }
        byte[] body = reply.bytes();
        return SegmentUpdate.of(body.length == 0 ? JsonNodeFactory.instance.objectNode() : Json.tree(body));
    }

    /** The metadata store may have many rows to change. */
    private static Endpoint<SegmentUpdate> slow(Endpoint<SegmentUpdate> endpoint) {
        return endpoint.taking(Duration.ofMinutes(2));
    }
}
