package org.emotitune.embedded;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.embedded.Lexicon.Meaning;
import org.emotitune.embedded.SungLanguages.Sung;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.UnreadableSongException;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.text.PhraseIndex.Found;
import org.emotitune.text.Token;
import org.emotitune.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole lyric by the curated lexicon: no network, no model, less than a millisecond. A fallback, and much weaker
 * than a language model: it hears phrases and not the story, takes irony at its word, and knows only the images that
 * somebody wrote down. Each distinct line is read once; a line that is sung again counts, but less each time. Thread-safe.
 */
public final class LexiconLyricsExtractor implements LyricsExtractor {
    static final String SOURCE = "embedded";

    /** As many songs as are worth a transaction, for they cost nothing. */
    private static final int AT_ONCE = 100;

    /** To be raised whenever this class or those that it reads with could hear something else in the same song. */
    private static final String READER = "1";

    /** A line sung n times counts 1 + REPEATED · ln n. */
    private static final double REPEATED = 0.5;

    /** The title is a line of more weight. */
    private static final double TITLE = 1.5;

    /** What "not X" says is less than saying it. */
    private static final double TURNED = 0.5;

    /** Weight of a phrase of the other language in a lyric that is clearly in one. */
    private static final double FOREIGN = 0.2;

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final String version;
    private final Modifiers modifiers = Modifiers.load();
    private final SungLanguages languages = new SungLanguages();

    /** @throws org.emotitune.emotion.BrokenResourceException if a file of the lexicon has been damaged */
    public LexiconLyricsExtractor(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        LexiconFiles files = new LexiconFiles(vocabulary);
        this.lexicon = files.loadForSongs();
        this.version = READER + "-" + LexiconDigest.of(vocabulary).substring(0, 16);
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Cost costOf(int characters) {
        return Cost.NONE;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public List<Outcome> read(List<SongText> songs, long job) {
        return songs.stream().map(this::outcome).toList();
    }

    private Outcome outcome(SongText song) {
        try {
            return read(song);
        } catch (UnreadableSongException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** @throws UnreadableSongException if nothing can be heard in this song */
    public Heard read(SongText song) {
        Map<String, Integer> lines = LyricLines.of(song.lyrics());
        Sung sung = languages.of(lines.keySet());
        if (sung == Sung.OTHER) {
            throw new UnreadableSongException("it is neither Spanish nor English, or too short to tell");
        }
        Language language = sung.language();
        Tokenizer tokenizer = lexicon.chatSpelling().tokenizer(language);
        LyricTally tally = new LyricTally(vocabulary);
        count(tokenizer.tokens(song.title()), TITLE, language, tally);
        lines.forEach((line, times) -> count(tokenizer.tokens(line), 1 + REPEATED * Math.log(times), language, tally));
        return tally.heard(language == null ? null : language.code());
    }

    private void count(List<Token> tokens, double factor, @Nullable Language language, LyricTally tally) {
        List<Found<Meaning>> found = lexicon.phrases().find(tokens);
        if (found.isEmpty()) {
            return;
        }
        Set<Integer> negations = modifiers.negations(tokens);
        found.forEach(phrase -> negations.removeAll(phrase.positions()));
        for (Found<Meaning> phrase : found) {
            Language of = phrase.meaning().language();
            double foreign = language != null && of != null && of != language ? FOREIGN : 1;
            double intensity = modifiers.intensity(tokens, phrase.positions());
            boolean negated = Modifiers.isNegated(tokens, phrase.start(), negations);
            LexiconEntry entry = phrase.meaning().entry();
            countEmotions(entry, factor * foreign * intensity, negated, tally);
            if (!negated) {
                entry.themes().forEach((name, weight) -> tally.theme(name, factor * foreign * weight));
            }
        }
    }

    private void countEmotions(LexiconEntry entry, double factor, boolean negated, LyricTally tally) {
        if (negated) {
            entry.emotions().forEach((word, weight) -> {
                String turned = vocabulary.emotion(word).map(Emotion::negated).orElse(null);
                if (turned != null) {
                    tally.emotion(turned, TURNED * factor * sureness(weight));
                }
            });
        } else {
            entry.emotions().forEach((word, weight) -> tally.emotion(word, factor * sureness(weight)));
            entry.defaults().forEach((word, weight) -> tally.usual(word, factor * sureness(weight)));
        }
    }

    /** Words that say little ("good" for happiness) would add up to much in a long text. */
    private static double sureness(double weight) {
        return weight * Math.sqrt(weight);
    }
}
