package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;

/** Prompts of every form, and answers to them. */
final class Prompted {
    static final Vocabulary VOCABULARY = VocabularyFiles.load();
    static final Prompts OURS = new Prompts(VOCABULARY, PromptStyle.EMOTITUNE);
    static final Prompts ARTICLE = new Prompts(VOCABULARY, PromptStyle.ARTICLE);

    private Prompted() {}

    static Prompt message() {
        return OURS.message("me ha dejado");
    }

    static Prompt song() {
        return songs(1);
    }

    static Prompt songs(int several) {
        return OURS.songs(IntStream.range(0, several)
                .mapToObj(i -> new SongText("Song " + i, null, "la la la"))
                .toList());
    }

    static Prompt words() {
        return ARTICLE.message("me ha dejado");
    }

    static Answer answer(String text) {
        return new Answer(text, false, false, Tokens.NONE);
    }

    static List<Optional<Told>> all(Prompt prompt, String answer) throws UnusableAnswerException {
        return AnswerReader.read(prompt, answer(answer));
    }

    static Told only(Prompt prompt, String answer) throws UnusableAnswerException {
        return all(prompt, answer).getFirst().orElseThrow();
    }

    static AbstractThrowableAssert<?, ?> assertUnusable(Prompt prompt, String answer) {
        return assertThatThrownBy(() -> all(prompt, answer)).isInstanceOf(UnusableAnswerException.class);
    }
}
