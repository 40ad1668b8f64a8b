package io.druidingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, proxies, and what every request says. */
class ConnectionTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path dir;

    private static boolean answers(DruidClient druid) {
        return druid.sql()
                .query("SELECT 1")
                .handle((rows, failure) -> failure == null)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static DruidClient.Builder client(TestServer server, String scheme) {
        return Overheard.client()
                .url(scheme + "://localhost:" + server.uri().getPort())
                .retryFor(Duration.ZERO);
    }

    // ------------------------------------------------------------------------------------------------------------ TLS

    @Test
    void aServerIsTrustedByItsCertificateAndAsksForOurs() throws Exception {
        Path server = keyPair("server");
        Path client = keyPair("client");
        Path trustServer = trusting("server", server);
        Path trustClient = trusting("client", client);
        SSLContext served = Tls.context(t -> t.keyStore(server, PASSWORD).trustStore(trustClient, PASSWORD));
        try (TestServer druid = TestServer.startTls(served, true)) {
            druid.answers(TestServer.json("\n"));
            try (DruidClient stranger = client(druid, "https").build();
                    DruidClient nobody = client(druid, "https")
                            .sslContext(Tls.context(t -> t.trustStore(trustServer, PASSWORD)))
                            .build();
                    DruidClient known = client(druid, "https")
                            .sslContext(Tls.context(
                                    t -> t.trustStore(trustServer, PASSWORD).keyStore(client, PASSWORD)))
                            .build()) {
                assertThat(answers(stranger)).as("does not trust the server").isFalse();
                assertThat(answers(nobody)).as("shows no certificate").isFalse();
                assertThat(druid.requestCount()).isZero();
                assertThat(answers(known)).isTrue();
            }
        }
    }

    @Test
    void aServerOfAnotherNameIsNotTrusted() throws Exception {
        Path server = keyPair("elsewhere");
        Path trust = trusting("elsewhere", server);
        try (TestServer druid = TestServer.startTls(Tls.context(t -> t.keyStore(server, PASSWORD)), false);
                DruidClient client = Overheard.client()
                        .url("https://127.0.0.1:" + druid.uri().getPort())
                        .sslContext(Tls.context(t -> t.trustStore(trust, PASSWORD)))
                        .retryFor(Duration.ZERO)
                        .build()) {
            druid.answers(TestServer.json("\n"));

            assertThat(answers(client)).isFalse();
        }
    }

    @Test
    void aStoreThatCannotBeReadIsNamed() throws Exception {
        Path missing = dir.resolve("missing.p12");
        Path nonsense = Files.writeString(dir.resolve("nonsense.p12"), "nonsense");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.context(t -> t.trustStore(missing, PASSWORD)))
                .withMessageContaining(missing.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.context(t -> t.keyStore(nonsense, PASSWORD)))
                .withMessageContaining(nonsense.toString());
    }

    /** A store with a key of that name, for localhost. */
    private Path keyPair(String name) throws Exception {
        Path store = dir.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=DNS:localhost",
                "-keystore",
                store.toString());
        return store;
    }

    /** A store that trusts the key of that name. */
    private Path trusting(String name, Path keys) throws Exception {
        Path certificate = dir.resolve(name + ".crt");
        Path store = dir.resolve(name + "-trust.p12");
        keytool("-exportcert", "-alias", name, "-file", certificate.toString(), "-keystore", keys.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                certificate.toString(),
                "-keystore",
                store.toString());
        return store;
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-storepass", new String(PASSWORD), "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        assertThat(process.waitFor()).as(output).isZero();
    }

    // -------------------------------------------------------------------------------------- proxies, agents, audits

    @Test
    void requestsGoThroughTheProxy() {
        try (TestServer proxy = TestServer.start();
                DruidClient druid = Overheard.client()
                        .url("http://druid.example.org:8888")
                        .proxy(ProxySelector.of(new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), proxy.uri().getPort())))
                        .build()) {
            proxy.answers(TestServer.json("\n"));

            assertThat(answers(druid)).isTrue();
            assertThat(proxy.requests().get(0).getHeaders().get("Host")).isEqualTo("druid.example.org:8888");
        }
    }

    @Test
    void aProxyThatWantsALoginFailsTheCall() {
        try (TestServer proxy = TestServer.start();
                DruidClient druid = Overheard.client()
                        .url("https://druid.example.org:8888")
                        .proxy(ProxySelector.of(new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), proxy.uri().getPort())))
                        .build()) {
            proxy.answers(TestServer.status(407));

            assertThat(druid.sql().query("SELECT 1").handle((rows, failure) -> failure))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isInstanceOfSatisfying(
                            DruidHttpException.class,
                            e -> assertThat(e.status()).isEqualTo(407));
        }
    }

    @Test
    void theApplicationNamesItselfBeforeUs() {
        try (TestServer server = TestServer.start();
                DruidClient druid =
                        client(server, "http").userAgent("nightly/1.2").build()) {
            server.answers(TestServer.json("\n"));
            answers(druid);

            assertThat(server.requests().get(0).getHeaders().get("User-Agent")).startsWith("nightly/1.2 druid-ingest/");
        }
    }

    @Test
    void aViewSaysWhoMakesAChangeAndWhy() {
        try (TestServer server = TestServer.start();
                DruidClient druid = client(server, "http").build()) {
            server.answers(TestServer.json("\n"));
            answers(druid.with(r -> r.author("ops").comment("ticket 42")));
            answers(druid);

            assertThat(server.requests().get(0).getHeaders().get("X-Druid-Author"))
                    .isEqualTo("ops");
            assertThat(server.requests().get(0).getHeaders().get("X-Druid-Comment"))
                    .isEqualTo("ticket 42");
            assertThat(server.requests().get(1).getHeaders().get("X-Druid-Author"))
                    .isNull();
        }
    }

    @Test
    void aViewMayHaveLessPatience() {
        ManualTime time = new ManualTime();
        try (TestServer server = TestServer.start();
                DruidClient druid = Overheard.client()
                        .url(server.uri().toString())
                        .time(time)
                        .build()) {
            server.answers(TestServer.status(503));
            time.failure(druid.with(r -> r.retryFor(Duration.ZERO)).tasks().status("t"));

            assertThat(server.requestCount()).isEqualTo(1);
            assertThatIllegalArgumentException().isThrownBy(() -> druid.with(r -> r.timeout(Duration.ZERO)));
        }
    }
}
