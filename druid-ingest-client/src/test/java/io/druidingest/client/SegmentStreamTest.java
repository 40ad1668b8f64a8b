package io.druidingest.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that is several times as long as the memory of whoever reads it. */
class SegmentStreamTest {

    private static final int SEGMENTS = 100_000;
    private static final String HEAP = "-Xmx24m";

    /** Reads all segments, and prints how many there are and how large. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) throws InterruptedException {
            long[] size = new long[1];
            try (DruidClient druid = DruidClient.connect(arguments[0])) {
                long count = Await.result(druid.segments().used("wikipedia", segment -> size[0] += segment.size()));
                System.out.println(count + " " + size[0]);
            }
        }
    }

    @Test
    @Timeout(120)
    void isReadInConstantMemory() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/druid/coordinator/v1/metadata/datasources/wikipedia/segments", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                write(body);
            }
        });
        server.start();
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                Reader.class.getName(),
                "http://127.0.0.1:" + server.getAddress().getPort());
        child.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process reader = child.redirectErrorStream(true).start();
        try {
            String printed = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(printed).contains(SEGMENTS + " " + SEGMENTS * 1_900L);
            assertThat(reader.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            reader.destroyForcibly();
            server.stop(0);
        }
    }

    /** Some 90 MB. */
    private static void write(OutputStream body) throws IOException {
        String dimensions = "page,user,".repeat(40);
        for (int i = 0; i < SEGMENTS; i++) {
            String segment = (i == 0 ? "[" : ",")
                    + "{\"dataSource\":\"wikipedia\",\"interval\":\"2024-01-01T00:00:00.000Z/2024-01-02T00:00:00.000Z\","
                    + "\"version\":\"2026-11-20T13:49:57.951Z\",\"loadSpec\":{\"type\":\"local\",\"path\":\"/" + i
                    + "/index/\"},\"dimensions\":\"" + dimensions + "\",\"metrics\":\"cnt,n\",\"shardSpec\":"
                    + "{\"type\":\"numbered\",\"partitionNum\":" + i + ",\"partitions\":1},\"binaryVersion\":9,"
                    + "\"size\":1900,\"identifier\":\"wikipedia_2024-01-01T00:00:00.000Z_2024-01-02T00:00:00.000Z_"
                    + "2026-11-20T13:49:57.951Z_" + i + "\"}";
            body.write(segment.getBytes(StandardCharsets.UTF_8));
        }
        body.write(']');
    }
}
