package org.emotitune.llm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes words of what a model answered. Never looks for them in prose: an answer is one JSON object, or a list of a
 * strict form, or it is of no use. Nothing that comes out can be a sentence, a link, a mention or markup.
 */
final class AnswerReader {
    /** Far above what several songs need; what is longer is not looked at. */
    static final int LONGEST = 200_000;

    private AnswerReader() {}

    /**
     * @return what was told of each thing that the prompt asked about, in their order; empty for songs of several that
     *     the model told nothing usable of, never for all of them
     * @throws UnusableAnswerException if the answer is not what was asked for
     */
    static List<Optional<Told>> read(Prompt prompt, Answer answer) throws UnusableAnswerException {
        if (answer.refused()) {
            throw new UnusableAnswerException("It was a refusal.");
        }
        if (answer.cut() || answer.text().length() > LONGEST) {
            throw new UnusableAnswerException("It was too long and had no end.");
        }
        String text = said(answer);
        if (text.isEmpty()) {
            throw new UnusableAnswerException("It was empty.");
        }
        if (prompt.form() != Prompt.Form.WORDS && text.indexOf('{') >= 0) {
            return new AnswerInJson(prompt).read(text);
        }
        return new AnswerInLines(prompt).read(text);
    }

    /**
     * Whether an answer that cannot be read is in another form than JSON, and does not just lack something. Then it may
     * be that the server cannot be made to give JSON.
     */
    static boolean isProse(Answer answer) {
        try {
            String text = said(answer);
            return !answer.cut() && !answer.refused() && !text.isEmpty() && text.indexOf('{') < 0;
        } catch (UnusableAnswerException e) {
            return false;
        }
    }

    /** Without thoughts, fences and marks of byte order. */
    private static String said(Answer answer) throws UnusableAnswerException {
        return unfenced(Thinking.without(answer.text())).replace("\uFEFF", "").strip();
    }

    /** Without the lines that begin and end a block of code in Markdown. */
    private static String unfenced(String text) {
        return text.lines().filter(line -> !line.strip().startsWith("```")).collect(Collectors.joining("\n"));
    }
}
