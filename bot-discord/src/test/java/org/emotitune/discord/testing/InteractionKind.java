package org.emotitune.discord.testing;

/** What a person has used. */
enum InteractionKind {
    COMMAND(2),
    COMPONENT(3),
    AUTOCOMPLETE(4);

    private final int code;

    InteractionKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
