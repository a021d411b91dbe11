package org.emotitune.wish;

/** What a word does in a message that may hold wishes. */
enum Role {
    /** Anything else: taken out only as a word of a wish. */
    TEXT,
    /** Never taken out, though it may be part of a phrase that is a wish. */
    STAY,
    /** The same, and it shows that music is spoken of. */
    HINT,
    /** Asks for music. */
    REQUEST,
    /** Asks for something, music or other. */
    WANT,
    /** What is asked for. */
    MUSIC,
    PLEASE,
    /** Joins words of equal rank. */
    LINK,
    /** Begins a clause of its own. */
    THAT,
    /** Needs something after it. */
    PREPOSITION,
    /** Punctuation. */
    MARK,
    /** Word of a wish: taken out. */
    WISH;

    /** Whether it shows that music is asked for. */
    boolean speaksOfMusic() {
        return this == REQUEST || this == MUSIC || this == PLEASE || this == HINT;
    }

    /** Whether it only serves to ask for music. */
    boolean isAsking() {
        return this == REQUEST || this == WANT || this == MUSIC;
    }

    /** Whether it says something of its own, so that what stands around it depends on it. */
    boolean isText() {
        return this == TEXT || this == STAY || this == HINT;
    }
}
