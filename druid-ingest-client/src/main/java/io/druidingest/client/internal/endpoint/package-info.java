/**
 * Druid's endpoints as values, one class for each door of the client. A new endpoint is a new line in one of them;
 * {@code docs/endpoints.md} lists them all.
 */
@NullMarked
package io.druidingest.client.internal.endpoint;

import org.jspecify.annotations.NullMarked;
