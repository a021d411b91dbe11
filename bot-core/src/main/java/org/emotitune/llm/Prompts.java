package org.emotitune.llm;

import java.util.List;
import java.util.Map;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.llm.Prompt.Form;

/** Makes prompts. What is stable in them is byte for byte the same for all prompts of a version. Thread-safe. */
final class Prompts {
    /** Eight emotions and four themes with the longest names take 319 of GPT-4o in indented JSON; others count more. */
    private static final int MOST_TOKENS = 500;

    /** So many words as anybody would list, with commas. */
    private static final int MOST_TOKENS_OF_WORDS = 100;

    private final PromptStyle style;
    private final PromptText message;
    private final PromptText song;
    private final PromptText songs;

    Prompts(Vocabulary vocabulary, PromptStyle style) {
        this(vocabulary, style, vocabulary.emotionWords());
    }

    /** @param wordsInUse that the article's style shows as those of other songs; nothing to ours */
    Prompts(Vocabulary vocabulary, PromptStyle style, List<String> wordsInUse) {
        Map<String, Iterable<String>> lists =
                Map.of("emotions", vocabulary.emotionWords(), "themes", vocabulary.themeNames(), "words", wordsInUse);
        this.style = style;
        boolean ours = style == PromptStyle.EMOTITUNE;
        this.message = PromptText.load(ours ? "message.txt" : "article-message.txt", lists);
        this.song = PromptText.load(ours ? "song.txt" : "article-song.txt", lists);
        this.songs = ours ? PromptText.load("songs.txt", lists) : song;
    }

    /** @param text what a person wrote, of any length and content */
    Prompt message(String text) {
        return prompt(Form.MESSAGE, message, Fence.message(text), 1);
    }

    /**
     * @param several at least one; just one in the article's style, which knows no more
     * @throws IllegalArgumentException if they are too few or too many
     */
    Prompt songs(List<SongText> several) {
        if (several.isEmpty() || (style == PromptStyle.ARTICLE && several.size() > 1)) {
            throw new IllegalArgumentException("%d songs cannot be asked about at once".formatted(several.size()));
        }
        if (several.size() > 1) {
            return prompt(Form.SONGS, songs, Fence.songs(several), several.size());
        }
        SongText only = several.getFirst();
        return prompt(Form.SONG, song, style == PromptStyle.ARTICLE ? Fence.named(only) : Fence.song(only), 1);
    }

    private Prompt prompt(Form form, PromptText text, String data, int things) {
        boolean words = style == PromptStyle.ARTICLE;
        int mostTokens = words ? MOST_TOKENS_OF_WORDS : MOST_TOKENS * things;
        return new Prompt(
                words ? Form.WORDS : form, text.instructions(), text.asJson(), text.asList(), data, things, mostTokens);
    }

    /**
     * The same once more. The reason comes last, so that a cache finds all that is before it.
     *
     * @param reason a sentence: what was wrong with the last answer
     */
    Prompt again(Prompt prompt, String reason) {
        return new Prompt(
                prompt.form(),
                prompt.instructions(),
                prompt.asJson(),
                prompt.asList(),
                "%s\nYour last answer to this could not be used: %s Answer once more, in exactly the form asked for."
                        .formatted(prompt.data(), reason),
                prompt.things(),
                prompt.mostTokens());
    }

    /** Another one whenever what is the same in all prompts for a song changes. */
    String songVersion() {
        return song.version();
    }

    /** The same of prompts for several songs at once. */
    String songsVersion() {
        return songs.version();
    }
}
