package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that says that it {@link Shows} an endpoint and did not get an answer from it. What was asked is in the log of
 * the client, whichever client a test uses.
 */
final class Asked implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    /** Held here, since a logger that nobody holds forgets its handlers. */
    private static final Logger LOG = Logger.getLogger("io.druidingest.client.internal.http.Transport");

    private static final Pattern REQUEST = Pattern.compile("endpoint=(\\w+ \\S+) ");

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Handler handler = new Listening();

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        asked.clear();
        LOG.setLevel(Level.FINE);
        LOG.addHandler(handler);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        LOG.removeHandler(handler);
        LOG.setLevel(null);
        if (context.getExecutionException().isEmpty()) {
            assertThat(unasked(context.getRequiredTestMethod().getAnnotation(Shows.class)))
                    .as("endpoints that the test says it shows, and does not ask")
                    .isEmpty();
        }
    }

    private List<String> unasked(Shows shows) {
        return Arrays.stream(shows.value())
                .filter(endpoint -> !asked.contains(endpoint))
                .collect(Collectors.toList());
    }

    /** Hears of each request: its method, its path, and what became of it. */
    private final class Listening extends Handler {

        @Override
        public void publish(LogRecord line) {
            Matcher request = REQUEST.matcher(line.getMessage());
            if (request.lookingAt()) {
                asked.add(request.group(1));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
