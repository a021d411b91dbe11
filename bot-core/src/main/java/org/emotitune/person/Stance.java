package org.emotitune.person;

/** What a person has said of a song. */
public enum Stance {
    UP,
    DOWN
}
