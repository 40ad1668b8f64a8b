package io.druidingest.client.internal.http;

import io.druidingest.client.IngestListener;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener, and lets nothing that it throws get through. */
public final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final IngestListener listener;

    public Events(IngestListener listener) {
        this.listener = listener;
    }

    /** Tells the listener by one of its methods. */
    public void tell(Consumer<IngestListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) { // an assertion that fails, too: what is under way goes on
            LOG.warn("a listener failed, and nothing else did", e);
        }
    }
}
