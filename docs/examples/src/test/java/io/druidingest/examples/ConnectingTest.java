package io.druidingest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.Await;
import io.druidingest.client.Credentials;
import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.IngestEvent;
import io.druidingest.client.IngestListener;
import io.druidingest.client.Tls;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a client is set up. */
class ConnectingTest {

    private static final String password = "secret";
    private static final char[] trustPassword = "changeit".toCharArray();

    @TempDir
    private Path dir;

    @Test
    void nodesCredentialsAndCertificates() throws Exception {
        Path trustStore = dir.resolve("trust.p12");
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, trustPassword);
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            empty.store(out, trustPassword);
        }

        DruidClient druid = DruidClient.builder()
                .overlords("https://overlord-1:8290", "https://overlord-2:8290")
                .coordinators("https://coordinator-1:8281", "https://coordinator-2:8281")
                .brokers("https://broker-1:8282", "https://broker-2:8282")
                .credentials(Credentials.basic("loader", password))
                .sslContext(Tls.context(t -> t.trustStore(trustStore, trustPassword)))
                .build();
        DruidClient audited =
                druid.with(r -> r.author("ops").comment("ticket 42").timeout(Duration.ofMinutes(5)));

        assertThat(audited.tasks()).isNotSameAs(druid.tasks());
        druid.close();
    }

    @Test
    void metricsAreToldOfEachRequest() throws Exception {
        List<Duration> durations = new CopyOnWriteArrayList<>();

        IngestListener metrics = new IngestListener() {
            @Override
            public void onRequest(IngestEvent.Request request) {
                durations.add(request.duration());
            }
        };

        try (DruidClient druid = DruidClient.builder()
                .url("http://127.0.0.1:9") // the port of the discard service: nobody listens
                .retryFor(Duration.ZERO)
                .listener(metrics)
                .build()) {
            Await.result(druid.tasks().status("t"));
        } catch (DruidTransportException e) {
            assertThat(e.mayHaveArrived()).isFalse();
        }
        assertThat(durations).hasSize(1);
    }
}
