package org.emotitune.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.emotitune.conversation.Button;

/**
 * Numbers for buttons. A number is given once and never to another button, so that older ones stay good, as old buttons
 * do in a chat.
 */
final class Numbers {
    private final Map<Integer, String> actions = new HashMap<>();

    /** @return the number to type for a button, from 1 */
    int of(Button button) {
        actions.put(actions.size() + 1, button.action());
        return actions.size();
    }

    /** @return the action of a number that has been given */
    Optional<String> action(int number) {
        return Optional.ofNullable(actions.get(number));
    }
}
