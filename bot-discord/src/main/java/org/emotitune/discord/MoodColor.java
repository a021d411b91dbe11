package org.emotitune.discord;

import org.emotitune.emotion.Mood;

/**
 * The colour of a mood. How pleasant or unpleasant it is tells how far it is from grey; what is unpleasant goes towards
 * blue where it is sleepy and towards red where it is activated, what is pleasant towards green and yellow. So, with
 * valence v and arousal a, for each of red, green and blue: pole = low + (high − low)·(a + 1)/2, result = grey + (pole −
 * grey)·|v|. Grief is bluish, rage red, peace green, joy yellow; what is neither pleasant nor unpleasant is grey.
 */
final class MoodColor {
    private static final int GREY = 0x95A5A6;
    private static final int BLUE = 0x2E5CB8;
    private static final int RED = 0xD7263D;
    private static final int GREEN = 0x2FA84F;
    private static final int YELLOW = 0xF9C80E;
    private static final int[] SHIFTS = {16, 8, 0};

    private MoodColor() {}

    /** @return 0xRRGGBB */
    static int of(Mood mood) {
        double activated = (mood.arousal() + 1) / 2;
        int pole = mood.valence() < 0 ? between(BLUE, RED, activated) : between(GREEN, YELLOW, activated);
        return between(GREY, pole, Math.abs(mood.valence()));
    }

    /** @param share of the second, 0 to 1 */
    private static int between(int one, int other, double share) {
        int color = 0;
        for (int shift : SHIFTS) {
            int from = one >> shift & 0xFF;
            int to = other >> shift & 0xFF;
            color |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return color;
    }
}
