package io.druidingest.testkit.endpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request that was sent to a real Druid, and what it answered. */
final class RecordedExchange {

    private static final String SEPARATOR = "\n---- response\n";

    private final String name;
    private final Message request;
    private final Message response;

    private RecordedExchange(String name, Message request, Message response) {
        this.name = name;
        this.request = request;
        this.response = response;
    }

    static List<RecordedExchange> all() {
        Path root = Path.of("src/test/resources/exchanges");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".http"))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(f -> read(root, f))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedExchange read(Path root, Path file) {
        try {
            String text = Files.readString(file);
            int end = text.indexOf(SEPARATOR);
            String name = root.relativize(file).toString().replace('\\', '/').replace(".http", "");
            return new RecordedExchange(
                    name,
                    Message.parse(text.substring(0, end)),
                    Message.parse(text.substring(end + SEPARATOR.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Version and name, for example {@code 33.0.0/022-sampler}. */
    String name() {
        return name;
    }

    String method() {
        return request.start.split(" ", -1)[0];
    }

    /** Path and query. */
    String target() {
        String url = request.start.split(" ", -1)[1];
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return path < 0 ? "/" : url.substring(path);
    }

    @Nullable String requestHeader(String header) {
        return request.header(header);
    }

    byte[] requestBody() {
        return request.body;
    }

    int status() {
        return Integer.parseInt(response.start.split(" ", -1)[1]);
    }

    Answer answer() {
        Map<String, String> headers = new HashMap<>();
        for (String header : response.headers) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).trim());
        }
        return new Answer(status(), headers, new String(response.body, StandardCharsets.UTF_8));
    }

    @Nullable String responseHeader(String header) {
        return response.header(header);
    }

    byte[] responseBody() {
        return response.body;
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Message {

        final String start;
        final List<String> headers;
        final byte[] body;

        private Message(String start, List<String> headers, byte[] body) {
            this.start = start;
            this.headers = headers;
            this.body = body;
        }

        static Message parse(String text) {
            int end = text.indexOf("\n\n");
            String head = end < 0 ? text : text.substring(0, end);
            List<String> lines = new ArrayList<>(List.of(head.split("\r?\n", -1)));
            Message message = new Message(lines.get(0), lines.subList(1, lines.size()), new byte[0]);
            byte[] body = (end < 0 ? "" : text.substring(end + 2)).getBytes(StandardCharsets.UTF_8);
            String length = message.header("Content-Length");
            int size = length == null ? body.length : Math.min(body.length, Integer.parseInt(length));
            return new Message(message.start, message.headers, Arrays.copyOf(body, size));
        }

        @Nullable String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(h -> h.substring(start.length()).trim())
                    .findFirst()
                    .orElse(null);
        }
    }
}
