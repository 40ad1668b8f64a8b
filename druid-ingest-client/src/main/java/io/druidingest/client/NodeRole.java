package io.druidingest.client;

/** A part of a cluster that can be asked how it is. */
public enum NodeRole {
    /** Keeps tasks and supervisors. The client asks the leader. */
    OVERLORD,
    /** Keeps segments, rules and compaction. The client asks the leader. */
    COORDINATOR,
    /** Answers queries. Where the client talks to a Router, it is the Router itself that answers how it is. */
    BROKER
}
