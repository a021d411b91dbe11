package org.emotitune.llm;

/** Tokens of a call, as the server counts them, or as they were estimated. */
public record Tokens(long input, long output) {
    public static final Tokens NONE = new Tokens(0, 0);

    /** A token of English or Spanish has four characters or so; three, so that it is rather too many. */
    private static final int CHARACTERS = 3;

    public Tokens {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException("less than no tokens: %d, %d".formatted(input, output));
        }
    }

    static long estimate(String text) {
        return Math.ceilDiv(text.length(), CHARACTERS);
    }

    public Tokens plus(Tokens other) {
        return new Tokens(input + other.input, output + other.output);
    }

    public long all() {
        return input + output;
    }
}
