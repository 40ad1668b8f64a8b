package io.druidingest.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes every task, in a process of its own, so that its work is not counted. The id of a task tells when it ends; {@link
 * #main} prints the port, and ends when its input does.
 */
final class TinyOverlord implements AutoCloseable {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final AtomicLong REQUESTS = new AtomicLong();

    private final Process process;
    private final String url;

    /** Starts one. */
    TinyOverlord() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.nodelay=true", // or each answer waits 40 ms for its second half
                        "-Dsun.net.httpserver.maxIdleConnections=200",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TinyOverlord.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        url = "http://localhost:"
                + new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }

    static String idEndingAt(int number, long epochMillis) {
        return "task_" + number + "_" + epochMillis;
    }

    static long end(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('_') + 1));
    }

    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext(
                "/", exchange -> answer(exchange, "{\"task\":\"taken\"}".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/requests", exchange -> answer(exchange, JACKSON.writeValueAsBytes(REQUESTS.get() - 1)));
        server.createContext("/druid/indexer/v1/taskStatus", TinyOverlord::statuses);
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {} // ends with the process that started this one
        System.exit(0);
    }

    private static void statuses(HttpExchange exchange) throws IOException {
        ObjectNode statuses = JACKSON.createObjectNode();
        for (JsonNode id : JACKSON.readTree(exchange.getRequestBody().readAllBytes())) {
            boolean over = System.currentTimeMillis() >= end(id.asText());
            statuses.putObject(id.asText())
                    .put("id", id.asText())
                    .put("status", over ? "SUCCESS" : "RUNNING")
                    .put("duration", over ? 1_000 : -1);
        }
        answer(exchange, JACKSON.writeValueAsBytes(statuses));
    }

    private static void answer(HttpExchange exchange, byte[] json) throws IOException {
        REQUESTS.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
