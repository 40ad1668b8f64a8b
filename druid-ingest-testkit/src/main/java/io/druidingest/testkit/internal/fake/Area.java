package io.druidingest.testkit.internal.fake;

import io.druidingest.testkit.internal.fake.http.Route;
import java.util.List;

/** What one part of Druid answers. */
interface Area {

    /** All of its endpoints, of all versions. */
    List<Route> routes();
}
