package io.druidingest.client;

import io.druidingest.client.internal.http.Addresses;
import io.druidingest.client.internal.http.TransportConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The credentials that all tests of this module run with, and whether anything that the client said in the whole run held
 * them: its log at the level that says the most, its events, its exceptions. {@link SecretsTest}, which comes last, looks.
 */
public final class Overheard {

    static final String PASSWORD = "hunter2-Zq81";
    static final String TOKEN = "tok-93kfQx71";
    static final String HEADER = "hdr-55vbLw20";

    private static final List<String> SECRETS = List.of(
            PASSWORD,
            TOKEN,
            HEADER,
            base64("ingest:" + PASSWORD),
            // within whatever else it stands in, shifted by one or two bytes
            base64(PASSWORD).substring(0, 14),
            base64("_" + PASSWORD).substring(2, 14),
            base64("__" + PASSWORD).substring(4, 14));

    private static final List<String> LEAKS = new ArrayList<>();
    private static final AtomicLong HEARD = new AtomicLong();

    private Overheard() {}

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A client that has a secret, and is listened to. */
    public static DruidClient.Builder client() {
        return DruidClient.builder().credentials(credentials()).listener(new Listener());
    }

    /** The same, a floor below. */
    public static TransportConfig config(Addresses addresses) {
        return new TransportConfig(addresses).credentials(credentials()).listener(new Listener());
    }

    private static Credentials credentials() {
        return Credentials.basic("ingest", PASSWORD);
    }

    static boolean holdsSecret(String text) {
        return SECRETS.stream().anyMatch(text::contains);
    }

    /** How much was said that could have held one. */
    static long count() {
        return HEARD.get();
    }

    static List<String> leaks() {
        synchronized (LEAKS) {
            return List.copyOf(LEAKS);
        }
    }

    static void hear(String said) {
        HEARD.incrementAndGet();
        if (holdsSecret(said)) {
            synchronized (LEAKS) {
                LEAKS.add(said);
            }
        }
    }

    /** With all that hangs on it. */
    static void hear(Throwable thrown) {
        StringWriter all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        hear(all.toString());
    }

    private static void hear(Object event, Throwable failure) {
        hear(event.toString());
        if (failure != null) {
            hear(failure);
        }
    }

    private static final class Listener implements IngestListener {

        @Override
        public void onRequest(IngestEvent.Request request) {
            hear(request, request.failure());
        }

        @Override
        public void onAttempt(IngestEvent.Attempt attempt) {
            hear(attempt, null);
        }

        @Override
        public void onRetry(IngestEvent.Retry retry) {
            hear(retry, retry.failure());
        }

        @Override
        public void onPoll(IngestEvent.Poll poll) {
            hear(poll, poll.failure());
        }

        @Override
        public void onStateChange(IngestEvent.StateChange change) {
            hear(change, null);
        }

        @Override
        public void onOutcome(IngestEvent.Outcome outcome) {
            hear(outcome, outcome.failure());
        }
    }
}
