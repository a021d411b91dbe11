package org.emotitune.telegram;

import java.util.ArrayList;
import java.util.List;

/** Puts paragraphs into as few messages as hold them. */
final class Parts {
    private static final String BETWEEN = "\n\n";

    private Parts() {}

    /**
     * @param paragraphs none longer than a message
     * @return whole paragraphs, in their order; at least one message
     */
    static List<Html> of(List<Html> paragraphs) {
        List<Html> messages = new ArrayList<>();
        Html message = Html.NOTHING;
        for (Html paragraph : paragraphs) {
            Html longer =
                    message.length() == 0 ? paragraph : message.plus(BETWEEN).plus(paragraph);
            if (longer.length() > Html.LONGEST || longer.entities() > Html.MOST_ENTITIES) {
                messages.add(message);
                longer = paragraph;
            }
            message = longer;
        }
        messages.add(message);
        return messages;
    }
}
