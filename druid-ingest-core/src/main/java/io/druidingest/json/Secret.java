package io.druidingest.json;

/** A value that never prints itself: its {@code toString} is {@code ***}. */
public interface Secret {}
