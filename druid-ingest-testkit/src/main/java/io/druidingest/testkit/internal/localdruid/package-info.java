/**
 * How {@link io.druidingest.testkit.LocalDruid} gets a real Druid to run. Not for use from outside.
 *
 * <p>Two processes share this package. In the caller's, the entry point is {@link
 * io.druidingest.testkit.internal.localdruid.Launch}: it resolves Druid's jars, picks a Java and starts the other
 * process. That one starts at {@link io.druidingest.testkit.internal.localdruid.DruidMain}, with Druid's jars on its
 * class path but nothing else of this library's dependencies; it reads its {@link
 * io.druidingest.testkit.internal.localdruid.Orders} from its standard input, writes {@link
 * io.druidingest.testkit.internal.localdruid.Report}s to its standard output, and ends when its standard input does.
 */
@NullMarked
package io.druidingest.testkit.internal.localdruid;

import org.jspecify.annotations.NullMarked;
