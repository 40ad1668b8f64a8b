package io.druidingest.testkit.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request or an answer as it was on the wire. */
final class HttpMessage {

    private final String head;
    private final byte[] bytes;

    private HttpMessage(String head, byte[] bytes) {
        this.head = head;
        this.bytes = bytes;
    }

    /**
     * Reads one message to its end.
     *
     * @return null if the peer has closed the connection before it
     */
    static @Nullable HttpMessage read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String first = line(in, all);
        if (first == null) {
            return null;
        }
        StringBuilder head = new StringBuilder(first);
        for (String line = line(in, all); line != null && !line.isEmpty(); line = line(in, all)) {
            head.append('\n').append(line);
        }
        HttpMessage message = new HttpMessage(head.toString(), new byte[0]);
        String length = message.header("Content-Length");
        if (length != null) {
            copy(in, all, Integer.parseInt(length));
        } else if ("chunked".equalsIgnoreCase(message.header("Transfer-Encoding"))) {
            copyChunks(in, all);
        }
        return new HttpMessage(head.toString(), all.toByteArray());
    }

    private static void copyChunks(InputStream in, ByteArrayOutputStream all) throws IOException {
        int size;
        do {
            size = Integer.parseInt(String.valueOf(line(in, all)).trim(), 16);
            copy(in, all, size);
            line(in, all);
        } while (size > 0);
    }

    private static void copy(InputStream in, ByteArrayOutputStream all, int count) throws IOException {
        byte[] body = in.readNBytes(count);
        if (body.length < count) {
            throw new EOFException("the peer closed the connection within a message");
        }
        all.write(body);
    }

    /** A line without its end; null at the end of the stream. */
    private static @Nullable String line(InputStream in, ByteArrayOutputStream all) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        all.write(line.toByteArray());
        all.write('\n');
        return line.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", "");
    }

    private @Nullable String header(String name) {
        String start = "\n" + name.toLowerCase(Locale.ROOT) + ":";
        int at = head.toLowerCase(Locale.ROOT).indexOf(start);
        if (at < 0) {
            return null;
        }
        int from = at + start.length();
        int to = head.indexOf('\n', from);
        return head.substring(from, to < 0 ? head.length() : to).trim();
    }

    /** Method and target, or version and status. */
    String firstLine() {
        int end = head.indexOf('\n');
        return end < 0 ? head : head.substring(0, end);
    }

    /** This message with another text in place of the first such one, which is as long. */
    HttpMessage replacing(String text, String other) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return new HttpMessage(
                head, all.replaceFirst(Pattern.quote(text), other).getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        return bytes;
    }
}
