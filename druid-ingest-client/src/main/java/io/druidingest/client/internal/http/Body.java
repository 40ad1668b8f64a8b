package io.druidingest.client.internal.http;

import java.io.InputStream;
import java.net.http.HttpResponse;

/** Receives the body of an answer, and gives it as a stream: as it comes, or once all of it is there. */
interface Body extends HttpResponse.BodySubscriber<InputStream> {

    /** Wants no more of it. */
    void breakOff();
}
