package io.druidingest.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.druidingest.client.DruidClient;
import io.druidingest.spec.IndexParallelTask;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the client costs, in processor time, which JMH does not tell: {@code submit} compares submitting with the JDK's HTTP
 * client alone, in rounds that take turns; {@code poll} waits for 10,000 tasks that end within a minute.
 */
final class ClientCosts {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final int ROUNDS = 3;

    private ClientCosts() {}

    public static void main(String[] args) throws Exception {
        try (TinyOverlord overlord = new TinyOverlord();
                DruidClient druid = DruidClient.builder()
                        .url(overlord.url())
                        .pollInterval(Duration.ofSeconds(1), Duration.ofSeconds(1))
                        .build()) {
            if (args[0].equals("poll")) {
                poll(overlord.url(), druid, 500, 2_000); // warms up
                poll(overlord.url(), druid, 10_000, 60_000);
            } else {
                submit(overlord.url(), druid);
            }
        }
        System.exit(0);
    }

    // ------------------------------------------------------------------------------------------------------ submitting

    private static void submit(String url, DruidClient druid) throws InterruptedException, IOException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        IndexParallelTask task = SpecBenchmark.task();
        Map<String, Object> map = SpecBenchmark.map();
        byte[] bytes = JACKSON.writeValueAsBytes(map);
        Map<String, Load> rows = new LinkedHashMap<>();
        rows.put("JDK send, bytes", byThreads(() -> send(http, url, bytes)));
        rows.put("JDK send, map", byThreads(() -> send(http, url, map)));
        rows.put("client, joined", byThreads(() -> druid.tasks().submit(task).join()));
        rows.put("client, futures", byFutures(() -> druid.tasks().submit(task)));
        for (int inFlight : new int[] {1, 16, 64}) {
            int count = inFlight == 1 ? 10_000 : 20_000;
            Map<String, List<Measured>> measured = new LinkedHashMap<>();
            for (int round = -2; round < ROUNDS; round++) {
                for (Map.Entry<String, Load> row : rows.entrySet()) {
                    Measured m = Measured.of(row.getValue(), inFlight, count);
                    if (round >= 0) { // before that, it warms up
                        measured.computeIfAbsent(row.getKey(), r -> new ArrayList<>())
                                .add(m);
                    }
                }
            }
            measured.forEach((row, all) -> System.out.printf(
                    Locale.ROOT,
                    "%-17s%2d in flight: CPU %5.0f us, p50 %6.0f us, %3.2f threads started, for each%n",
                    row,
                    inFlight,
                    median(all.stream().mapToDouble(m -> m.cpuMicros)),
                    median(all.stream().mapToDouble(m -> m.p50Micros)),
                    median(all.stream().mapToDouble(m -> m.started))));
        }
    }

    /** Makes so many requests, so many at a time, and notes how long each takes. */
    private interface Load {
        void run(int inFlight, long[] nanos) throws InterruptedException;
    }

    /** A thread for each request in flight, which waits for it. */
    private static Load byThreads(Runnable request) {
        return (inFlight, nanos) -> {
            AtomicInteger next = new AtomicInteger();
            Thread[] threads = new Thread[inFlight];
            for (int t = 0; t < inFlight; t++) {
                threads[t] = new Thread(() -> {
                    for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        request.run();
                        nanos[i] = System.nanoTime() - start;
                    }
                });
                threads[t].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        };
    }

    /** No thread waits: when one request is over, the next one is made. */
    private static Load byFutures(Supplier<CompletableFuture<?>> request) {
        return (inFlight, nanos) -> {
            AtomicInteger next = new AtomicInteger();
            CountDownLatch chains = new CountDownLatch(inFlight);
            for (int chain = 0; chain < inFlight; chain++) {
                next(request, nanos, next, chains);
            }
            chains.await();
        };
    }

    private static void next(
            Supplier<CompletableFuture<?>> request, long[] nanos, AtomicInteger next, CountDownLatch chains) {
        int i = next.getAndIncrement();
        if (i >= nanos.length) {
            chains.countDown();
            return;
        }
        long start = System.nanoTime();
        CompletableFuture<?> unused = request.get().whenComplete((value, failure) -> {
            nanos[i] = System.nanoTime() - start;
            next(request, nanos, next, chains);
        });
    }

    private static void send(HttpClient http, String url, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/druid/indexer/v1/task"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            body instanceof byte[] ? (byte[]) body : JACKSON.writeValueAsBytes(body)))
                    .build();
            byte[] answer =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
            if (!JACKSON.readTree(answer).has("task")) {
                throw new IllegalStateException("not taken");
            }
        } catch (IOException e) {
            System.err.println("the JDK's client lost a request, as it does at times: " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** What one request of a round cost. */
    private static final class Measured {

        final double cpuMicros;
        final double p50Micros;
        final double started;

        private Measured(double cpuMicros, double p50Micros, double started) {
            this.cpuMicros = cpuMicros;
            this.p50Micros = p50Micros;
            this.started = started;
        }

        static Measured of(Load load, int inFlight, int count) throws InterruptedException {
            long[] nanos = new long[count];
            long startedBefore = THREADS.getTotalStartedThreadCount();
            long cpu = PROCESS.getProcessCpuTime();
            load.run(inFlight, nanos);
            long used = PROCESS.getProcessCpuTime() - cpu;
            long started = THREADS.getTotalStartedThreadCount() - startedBefore;
            Arrays.sort(nanos);
            return new Measured(used / 1e3 / count, nanos[count / 2] / 1e3, (double) started / count);
        }
    }

    // --------------------------------------------------------------------------------------------------------- waiting

    private static void poll(String url, DruidClient druid, int count, int withinMillis)
            throws IOException, InterruptedException {
        Random random = new Random(7);
        long start = System.currentTimeMillis();
        List<String> ids = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i -> ids.add(TinyOverlord.idEndingAt(i, start + random.nextInt(withinMillis))));
        long[] delays = new long[count];
        CountDownLatch waiting = new CountDownLatch(count);
        long requests = requests(url);
        long heap = heap();
        int threads = THREADS.getThreadCount();
        THREADS.resetPeakThreadCount();
        long cpu = PROCESS.getProcessCpuTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            CompletableFuture<?> unusedEnd = druid.tasks()
                    .attach(ids.get(i))
                    .completion()
                    .thenAccept(status -> {
                        delays[number] = System.currentTimeMillis() - TinyOverlord.end(ids.get(number));
                        waiting.countDown();
                    });
        }
        boolean unused = waiting.await(withinMillis / 6, TimeUnit.MILLISECONDS);
        long collecting = PROCESS.getProcessCpuTime();
        double bytes = (double) (heap() - heap) / waiting.getCount();
        collecting = PROCESS.getProcessCpuTime() - collecting;
        waiting.await();
        System.out.printf(
                Locale.ROOT,
                "%d tasks: %d requests, delay mean %.0f ms, max %d ms, CPU %.2f s, %d threads more, %.0f bytes each%n",
                count,
                requests(url) - requests - 1,
                Arrays.stream(delays).average().orElseThrow(),
                Arrays.stream(delays).max().orElseThrow(),
                (PROCESS.getProcessCpuTime() - cpu - collecting) / 1e9,
                THREADS.getPeakThreadCount() - threads,
                bytes);
    }

    private static long requests(String url) throws IOException {
        try (InputStream answer = URI.create(url + "/requests").toURL().openStream()) {
            return JACKSON.readTree(answer).asLong();
        }
    }

    private static long heap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
