package org.emotitune.recommend;

/** Where songs are to lead. A choice of the person's, never a therapy. */
public enum Aim {
    /** Songs that feel the same. */
    MATCH,
    /** From the present mood, in a few songs, to a better one. */
    LIFT,
    /** From the present mood, in a few songs, to a calmer one. */
    CALM
}
