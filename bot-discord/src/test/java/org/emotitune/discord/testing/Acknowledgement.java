package org.emotitune.discord.testing;

import java.util.Arrays;

/** What the bot says first to an interaction. */
public enum Acknowledgement {
    /** An answer at once. */
    MESSAGE(4),
    /** "Is thinking…": the answer comes later. */
    DEFERRED_MESSAGE(5),
    /** Nothing to see: a change of the message may come later. */
    DEFERRED_EDIT(6),
    /** A change of the message below which the component stands. */
    EDIT(7),
    /** Suggestions while somebody types. */
    CHOICES(8);

    private final int code;

    Acknowledgement(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Throws the refusal for what this Discord does not know, or what the kind does not go with. */
    static Acknowledgement of(int code, InteractionKind kind) {
        return Arrays.stream(values())
                .filter(one -> one.code == code && one.fits(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "type", "INTERACTION_TYPE_CALLBACK", "Response type %d is not valid here.".formatted(code)));
    }

    private boolean fits(InteractionKind kind) {
        return switch (this) {
            case MESSAGE, DEFERRED_MESSAGE -> kind != InteractionKind.AUTOCOMPLETE;
            case DEFERRED_EDIT, EDIT -> kind == InteractionKind.COMPONENT;
            case CHOICES -> kind == InteractionKind.AUTOCOMPLETE;
        };
    }
}
