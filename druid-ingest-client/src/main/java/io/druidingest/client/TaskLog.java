package io.druidingest.client;

import io.druidingest.client.internal.endpoint.TaskEndpoints;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of a task, or a part of it: {@code task.log().tail(10_000).text()}. Druid has it while the task runs and after it
 * has ended, unless it ran on an Indexer, which keeps no logs of single tasks. Nothing is asked before one of
 * {@link #text}, {@link #lines} and {@link #copyTo} is called. All fail with {@link TaskNotFoundException} if Druid has no
 * log, or does not know the task. Immutable.
 */
public final class TaskLog {

    private static final int BUFFER = 8_192;

    private final Transport transport;
    private final String id;
    private final @Nullable Long offset;

    TaskLog(Transport transport, String id, @Nullable Long offset) {
        this.transport = transport;
        this.id = id;
        this.offset = offset;
    }

    /** The last bytes of the log; all of it, if it has no more. May begin in the middle of a line. */
    public TaskLog tail(long bytes) {
        Checks.check(bytes > 0, "tail must be positive, not " + bytes);
        return new TaskLog(transport, id, -bytes);
    }

    /** The log from that byte on, for example to go on where one left off. */
    public TaskLog from(long byteOffset) {
        Checks.check(byteOffset >= 0, "from must not be negative, but is " + byteOffset);
        return new TaskLog(transport, id, byteOffset);
    }

    /** As a whole. Fails with {@link DruidTransportException} if it is longer than {@code maxResponseBytes}. */
    public CompletableFuture<String> text() {
        return Tasks.known(id, transport.send(TaskEndpoints.LOG.call(id).query("offset", offset)));
    }

    /**
     * Line by line while it comes, however long it is.
     *
     * @param each is called on a thread of the client, and holds up the reading; what it throws ends the reading
     * @return how many lines there were
     */
    public CompletableFuture<Long> lines(Consumer<? super String> each) {
        return read(reply -> {
            BufferedReader lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8));
            long count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line);
                count++;
            }
            return count;
        });
    }

    /**
     * Byte by byte while it comes, however long it is.
     *
     * @param to is written to on a thread of the client, and not closed; fails with {@link UncheckedIOException} if it
     *     cannot be written to
     * @return how many bytes there were
     */
    public CompletableFuture<Long> copyTo(OutputStream to) {
        return read(reply -> {
            InputStream from = reply.body();
            byte[] buffer = new byte[BUFFER];
            long count = 0;
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                write(to, buffer, n);
                count += n;
            }
            return count;
        });
    }

    /** That this end fails must not look as if the other did. */
    private static void write(OutputStream to, byte[] buffer, int length) {
        try {
            to.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<Long> read(Endpoint.Decoder<Long> reader) {
        Call<Long> call = TaskEndpoints.LOG.streamed(reader, id).query("offset", offset);
        return Tasks.known(id, transport.send(call));
    }
}
