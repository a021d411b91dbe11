package org.emotitune.conversation;

import java.util.List;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Reading;
import org.emotitune.recommend.Order;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation, as far as it is understood.
 *
 * @param language to answer in
 * @param spoken language of the message; null where there was none, as at a tap
 * @param reading what was heard in the message; null where there was none, as at a tap
 * @param limit songs on a page where no count is wished for
 * @param notes what the person should know beside the answer, a sentence each
 */
record Turn(
        Visitor visitor,
        Language language,
        @Nullable Language spoken,
        @Nullable Reading reading,
        Order order,
        int limit,
        List<String> notes) {
    Turn {
        notes = List.copyOf(notes);
    }
}
