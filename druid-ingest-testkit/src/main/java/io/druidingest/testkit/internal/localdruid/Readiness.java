package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether the roles have found each other: a load submitted from then on runs, and its rows can be queried. */
final class Readiness {

    private static final String SERVERS = "{\"query\":\"SELECT server FROM sys.servers\"}";

    private final List<Role> roles;
    private final Ports ports;
    private final String leader;

    /** Of these roles on these ports, with the leading coordinator on the port of the name {@code leader}. */
    Readiness(List<Role> roles, Ports ports, String leader) {
        this.roles = roles;
        this.ports = ports;
        this.leader = address(leader);
    }

    boolean reached() {
        Role worker = roles.contains(Role.MIDDLEMANAGER) ? Role.MIDDLEMANAGER : Role.INDEXER;
        String historical = address(Role.HISTORICAL.toString());
        return answer(Role.COORDINATOR, "/druid/indexer/v1/leader", "").contains(leader)
                && answer(Role.COORDINATOR, "/druid/coordinator/v1/leader", "").contains(leader)
                && answer(Role.COORDINATOR, "/druid/indexer/v1/workers", "").contains(address(worker.toString()))
                && answer(Role.COORDINATOR, "/druid/coordinator/v1/servers", "").contains(historical)
                && (!roles.contains(Role.ROUTER)
                        || answer(Role.ROUTER, "/druid/v2/sql", SERVERS).contains(historical));
    }

    private String address(String name) {
        return "127.0.0.1:" + ports.number(name);
    }

    /** What a role says to a GET, or to a POST if there is a body; nothing unless the status is 200. */
    private String answer(Role role, String path, String body) {
        try {
            URL url = new URL("http://" + address(role.toString()) + path);
            HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            if (!body.isEmpty()) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return "";
            }
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return ""; // not yet
        }
    }
}
