package org.emotitune.recommend;

/** How the songs of a page are ordered. Which songs are on it is decided by similarity alone. */
public enum Order {
    POPULARITY,
    SIMILARITY
}
