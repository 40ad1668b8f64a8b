package io.druidingest.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.spec.IndexParallelTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One batch load, submitted and waited for: by the client, and by the JDK's HTTP client alone, which writes a map. Both ask
 * a server in this process that takes whatever comes, so the times are for comparing only. {@code -t 16} for more at a time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SubmitBenchmark {

    private final ObjectMapper jackson = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Object> map = SpecBenchmark.map();
    private final IndexParallelTask task = SpecBenchmark.task();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server = server();
    private final String url = "http://localhost:" + server.getAddress().getPort();
    private final DruidClient druid = DruidClient.connect(url);

    private static HttpServer server() {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // or each answer waits 40 ms for its second half
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Setup
    public void listen() {
        byte[] answer = "{\"task\":\"t\"}".getBytes(StandardCharsets.UTF_8);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @TearDown
    public void close() {
        druid.close();
        server.stop(0);
        threads.shutdown();
    }

    @Benchmark
    public TaskHandle client() {
        return druid.tasks().submit(task).join();
    }

    @Benchmark
    public String jdk() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request(), HttpResponse.BodyHandlers.ofByteArray());
        return jackson.readTree(answer.body()).path("task").asText();
    }

    private HttpRequest request() throws JsonProcessingException {
        return HttpRequest.newBuilder(URI.create(url + "/druid/indexer/v1/task"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(jackson.writeValueAsBytes(map)))
                .build();
    }
}
