package io.druidingest.testkit.internal.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands the lines of a stream to a listener, on a daemon thread of its own, until the stream ends. */
final class LineReader {

    private LineReader() {}

    static Thread start(String name, InputStream in, Consumer<String> listener) {
        return start(name, in, listener, () -> {});
    }

    /** {@code atEnd} runs on the same thread after the last line. */
    static Thread start(String name, InputStream in, Consumer<String> listener, Runnable atEnd) {
        Thread thread = new Thread(
                () -> {
                    read(in, listener);
                    atEnd.run();
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void read(InputStream in, Consumer<String> listener) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                listener.accept(line);
            }
        } catch (IOException e) {
            return; // the process is gone
        }
    }
}
