/**
 * The conversation with a Druid cluster. {@link io.druidingest.client.DruidClient} is the entry; its doors are
 * {@link io.druidingest.client.Tasks} and {@link io.druidingest.client.Sql}.
 *
 * <p>Everything is asynchronous and answers with a {@code CompletableFuture}. A future that fails holds a
 * {@link io.druidingest.DruidIngestException}; {@code join()} wraps it in a {@code CompletionException}.
 */
@NullMarked
package io.druidingest.client;

import org.jspecify.annotations.NullMarked;
