/**
 * The one road of every request: an {@link io.druidingest.client.internal.http.Endpoint} filled in becomes a
 * {@link io.druidingest.client.internal.http.Call}, which {@link io.druidingest.client.internal.http.Transport} sends,
 * sends again where that is safe, and decodes.
 */
@NullMarked
package io.druidingest.client.internal.http;

import org.jspecify.annotations.NullMarked;
