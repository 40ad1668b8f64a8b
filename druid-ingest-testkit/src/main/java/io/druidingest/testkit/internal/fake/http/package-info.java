/**
 * HTTP as the fake sees it, free of the server that speaks it: {@link io.druidingest.testkit.internal.fake.http.Route} says
 * what is answered where, {@link io.druidingest.testkit.internal.fake.http.Request} and
 * {@link io.druidingest.testkit.internal.fake.http.Reply} are values, and
 * {@link io.druidingest.testkit.internal.fake.http.Node} alone knows MockWebServer.
 */
@NullMarked
package io.druidingest.testkit.internal.fake.http;

import org.jspecify.annotations.NullMarked;
