package io.druidingest.client.internal.http;

/** What whoever has sent a call is told of it. */
interface Progress {

    /** Something is under way, until something else is; and how to break it off. */
    void underWay(Runnable breaking);

    /** Users are given the answer as it comes, from now on: it must not come again, and may take them any time. */
    void handingOver();
}
