/**
 * What {@link io.druidingest.testkit.FakeOverlord} knows of a Druid, and how it answers.
 * {@link io.druidingest.testkit.internal.fake.FakeDruid} puts it together, and lives until a reset; it is asked through {@link
 * io.druidingest.testkit.internal.fake.Nodes}, which stay. Not for use from outside.
 *
 * <p>Druid is divided into areas: tasks, supervisors, segments and so on. Each is two classes beside each other:
 *
 * <ul>
 *   <li>a state, which takes the {@link io.druidingest.testkit.internal.fake.World} and the states that it needs, keeps what
 *       is there, and knows no HTTP. Time comes from {@link io.druidingest.testkit.internal.fake.World#now} only; what is to
 *       happen later goes to {@link io.druidingest.testkit.internal.fake.World#later}; what a test should see in the timeline
 *       to {@link io.druidingest.testkit.internal.fake.World#tell};
 *   <li>routes, an {@link io.druidingest.testkit.internal.fake.Area}, which take the state, and turn requests into answers
 *       with the bytes, status and content type of Druid: a {@link io.druidingest.testkit.internal.fake.http.Route} for each
 *       endpoint, with all query parameters and keys of the body that Druid knows there ({@code SpecKeys}, if the language has
 *       them). Where versions differ, {@code since} and {@code before} of the route tell, or {@link
 *       io.druidingest.testkit.internal.fake.World#version} in the handler.
 * </ul>
 *
 * <p>To add an area, write both and make them in the constructor of {@code FakeDruid}. A request is handled, and what is due
 * happens, with the one lock of the fake held: neither class needs one of its own. {@code TaskState} and {@code TaskRoutes}
 * are the example.
 */
@NullMarked
package io.druidingest.testkit.internal.fake;

import org.jspecify.annotations.NullMarked;
