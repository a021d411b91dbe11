package org.emotitune.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.emotitune.conversation.Button;

/**
 * Numbers for buttons. A number is given once and never to another button, so that older ones stay good, as old buttons
 * do in a chat; the last ten thousand of them.
 */
final class Numbers {
    private static final int KEPT = 10_000;

    private final Map<Integer, String> actions = new HashMap<>();
    private int last;

    /** @return the number to type for a button, from 1 */
    int of(Button button) {
        last++;
        actions.put(last, button.action());
        actions.remove(last - KEPT);
        return last;
    }

    /** @return the action of a number that has been given */
    Optional<String> action(int number) {
        return Optional.ofNullable(actions.get(number));
    }
}
