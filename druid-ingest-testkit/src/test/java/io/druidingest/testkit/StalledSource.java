package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.druidingest.input.InputSource;
import io.druidingest.spec.IndexParallelTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Lets whoever reads it wait, so that a load is under way for as long as a test wants. */
public final class StalledSource implements AutoCloseable {

    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** Listens on a free port of the loopback interface. */
    public StalledSource() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            read.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    /** A load that reads it. */
    public IndexParallelTask load(String dataSource) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/rows.json";
        return Loads.inline(dataSource, "unused", io -> io.inputSource(InputSource.http(url)), c -> c);
    }

    void awaitReader() throws InterruptedException {
        assertThat(read.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdown();
    }
}
