/**
 * How a server from published jars runs in a process of its own, which ends with its parent and leaves nothing. Not for
 * use from outside.
 *
 * <p>Two processes share this package. In the caller's, a {@link io.druidingest.testkit.internal.child.Launch} resolves
 * the jars of a {@link io.druidingest.testkit.internal.child.Release}, picks a Java and starts the other process. That
 * one is a {@link io.druidingest.testkit.internal.child.ChildLife}, with the server's jars on its class path but nothing
 * else of this library's dependencies; it reads its orders from its standard input, writes {@link
 * io.druidingest.testkit.internal.child.Reports} to its standard output, and ends when its standard input does.
 */
@NullMarked
package io.druidingest.testkit.internal.child;

import org.jspecify.annotations.NullMarked;
