package org.emotitune.conversation;

import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.emotion.Language;
import org.emotitune.person.Acquaintance;
import org.emotitune.person.PersonKey;
import org.emotitune.person.PlaceKey;
import org.jspecify.annotations.Nullable;

/**
 * Whoever speaks, and what is known of them.
 *
 * @param guest under which keys they are remembered; null for somebody who is not
 */
record Visitor(Sender sender, @Nullable Guest guest, Acquaintance known) {

    /** Keys under which somebody is remembered. */
    record Guest(PersonKey person, PlaceKey place) {}

    /** The language to answer in where the message shows none, or where there is no message. */
    Language usualLanguage() {
        return known.language().orElse(sender.locale());
    }

    /** The language to answer a message in. */
    Language answerLanguage(Language ofMessage) {
        Language chosen = known.chosenLanguage();
        return chosen == null ? ofMessage : chosen;
    }
}
