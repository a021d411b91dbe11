package org.emotitune.reindex;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What was paid for.
 *
 * @param calls of a language model
 * @param money in the currency of the configured price; empty where no price is known
 */
public record Spent(long calls, long inputTokens, long outputTokens, OptionalDouble money) {
    public static final Spent NONE = new Spent(0, 0, 0, OptionalDouble.empty());

    private static final double CENT = 0.01;

    public Spent {
        if (calls < 0 || inputTokens < 0 || outputTokens < 0 || !(money.orElse(0) >= 0)) {
            throw new IllegalArgumentException("nothing can be paid for less than never");
        }
    }

    /**
     * One sentence for admins.
     *
     * @param songs that it was spent on; 0 where that is not known
     * @return empty where no model was asked
     */
    public String sentence(long songs) {
        if (calls == 0) {
            return "";
        }
        String times = calls == 1 ? "once" : String.format(Locale.ROOT, "%,d times", calls);
        String each =
                songs == 0 ? "" : String.format(Locale.ROOT, " (%,d a song)", (inputTokens + outputTokens) / songs);
        return String.format(
                Locale.ROOT,
                "The language model was asked %s: %,d tokens in, %,d out%s%s.",
                times,
                inputTokens,
                outputTokens,
                each,
                price());
    }

    /** A few words for a line that tells of more; empty where no model was asked. */
    public String brief() {
        return calls == 0 ? "" : String.format(Locale.ROOT, "%,d tokens%s", inputTokens + outputTokens, price());
    }

    private String price() {
        if (money.isEmpty()) {
            return "";
        }
        double paid = money.getAsDouble();
        return paid > 0 && paid < CENT ? ", less than 0.01" : String.format(Locale.ROOT, ", %,.2f", paid);
    }
}
