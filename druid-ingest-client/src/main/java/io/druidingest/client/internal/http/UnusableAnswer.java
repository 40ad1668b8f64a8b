package io.druidingest.client.internal.http;

import java.io.IOException;

/** A good answer came, and its body is of no use. Asking again would not make it better. */
final class UnusableAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableAnswer(String message) {
        super(message);
    }

    UnusableAnswer(String message, IOException cause) {
        super(message, cause);
    }
}
