package org.emotitune.telegram;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether answers came in the order of what they answer, each once. */
final class ChaosOrder {
    /** Fits whatever there is, also as the end of an answer's token. */
    static final String ANYTHING = "*";

    private static final int IMPOSSIBLE = 1_000_000;

    /** @param maybe whether it may do without an answer of its own */
    record Wanted(String token, boolean maybe) {
        static Wanted surely(String token) {
            return new Wanted(token, false);
        }

        boolean fits(String answer) {
            boolean begins = answer.endsWith(ANYTHING) && token.startsWith(answer.substring(0, answer.length() - 1));
            return token.equals(ANYTHING) || token.equals(answer) || begins;
        }
    }

    private ChaosOrder() {}

    /**
     * The fewest of the wanted that have no answer, if every answer is one of theirs and all are in order.
     *
     * @return empty where they cannot be
     */
    static Optional<Integer> missing(List<Wanted> wanted, List<String> answers) {
        // Of the wanted from the current one on and the answers from each on.
        int[] rest = IntStream.rangeClosed(0, answers.size())
                .map(i -> i == answers.size() ? 0 : IMPOSSIBLE)
                .toArray();
        for (Wanted one : wanted.reversed()) {
            int[] next = new int[rest.length];
            for (int i = 0; i < rest.length; i++) {
                int without = rest[i] + (one.maybe ? 0 : 1);
                boolean fits = i < answers.size() && one.fits(answers.get(i));
                next[i] = fits ? Math.min(without, rest[i + 1]) : without;
            }
            rest = next;
        }
        return rest[0] >= IMPOSSIBLE ? Optional.empty() : Optional.of(rest[0]);
    }
}
