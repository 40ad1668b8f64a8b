/**
 * JUnit 5 extensions: {@link io.druidingest.testkit.junit5.FakeOverlordExtension} and
 * {@link io.druidingest.testkit.junit5.RealDruid}. Needs JUnit Jupiter on the class path.
 */
@NullMarked
package io.druidingest.testkit.junit5;

import org.jspecify.annotations.NullMarked;
