package io.druidingest.client.internal.http;

import java.io.IOException;
import java.io.InputStream;

/** The body of an answer, of which the head has come. */
@FunctionalInterface
interface Body {

    /** Gives it as a stream: as it comes, or once all of it is there. */
    InputStream open() throws IOException, InterruptedException;
}
