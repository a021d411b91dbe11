package org.emotitune.llm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.emotion.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an answer, whatever its form.
 *
 * @param language as told; empty where it was not
 */
record Found(Terms emotions, Terms themes, String language, boolean danger) {
    private static final int MOST_THEMES_OF_A_MESSAGE = 3;
    private static final Set<String> NO = Set.of("", "no", "false", "0", "none", "null", "n");
    private static final Set<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

    /** @throws UnusableAnswerException if no emotion is left, unless a message was told to have none */
    Told told(Prompt.Form form) throws UnusableAnswerException {
        boolean message = form == Prompt.Form.MESSAGE;
        if (message && danger) {
            // Whatever else the answer is: somebody may need help.
            return new Told(
                    code(),
                    emotions.strongest(Profile.MOST_EMOTIONS),
                    themes.strongest(MOST_THEMES_OF_A_MESSAGE),
                    true);
        }
        if (emotions.areAllDropped()) {
            throw new UnusableAnswerException("None of its emotions was a word with a weight above 0.");
        }
        if (emotions.isEmpty() && !message) {
            throw new UnusableAnswerException("It told no emotion.");
        }
        return new Told(
                code(),
                emotions.strongest(Profile.MOST_EMOTIONS),
                themes.strongest(message ? MOST_THEMES_OF_A_MESSAGE : Profile.MOST_THEMES),
                false);
    }

    private @Nullable String code() {
        String code = language.strip().toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(code) ? code : null;
    }

    /** Whatever is not plainly a no, or nothing, is a yes: the mistake that harms nobody. */
    static boolean isDanger(String told) {
        String answer = told.strip().toLowerCase(Locale.ROOT);
        return !NO.contains(answer.endsWith(".") ? answer.substring(0, answer.length() - 1) : answer);
    }
}
