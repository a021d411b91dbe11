package org.emotitune.conversation;

/** What an action turned out to be. */
sealed interface Decoded {

    /** @param tap as it was, but for what {@link TapCodec} says of weights and of artists */
    record Tapped(Tap tap) implements Decoded {}

    /** Made by this bot, but in another format or with another vocabulary: it cannot be understood any more. */
    record TooOld() implements Decoded {}

    /** No action of this bot: forged, damaged, cut, or of another installation. */
    record NotOurs() implements Decoded {}
}
