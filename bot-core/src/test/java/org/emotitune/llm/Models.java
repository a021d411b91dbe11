package org.emotitune.llm;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.emotitune.embedded.EmotionWords;
import org.emotitune.embedded.LexiconExtractor;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.embedded.LexiconLyricsExtractor;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.LyricsExtractor.Outcome;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.MatchedVocabulary;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.llm.LanguageModel.Books;
import org.emotitune.llm.LanguageModel.Setup;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.OpenLedger;
import org.emotitune.testing.RememberedReadings;
import org.emotitune.testing.SeededEmbeddings;

/** Language models of tests: on a local server, with the real built-in readers beside them. */
final class Models {
    static final String KEY = "sk-test-9f8e7d6c5b4a";
    static final Vocabulary VOCABULARY = VocabularyFiles.load();
    static final EmotionExtractor BUILT_IN = new LexiconExtractor(VOCABULARY, new LexiconFiles(VOCABULARY).load());
    static final LyricsExtractor BUILT_IN_FOR_SONGS = new LexiconLyricsExtractor(VOCABULARY);
    static final ControlledVocabulary BY_FORM = MatchedVocabulary.byForm(
            VOCABULARY, EmotionWords.matcher(VOCABULARY, new SeededEmbeddings("test"), new SeededEmbeddings("test")));
    static final ControlledVocabulary WORDS = new MatchedVocabulary(
            VOCABULARY, EmotionWords.matcher(VOCABULARY, new SeededEmbeddings("test"), new SeededEmbeddings("test")));

    private Models() {}

    static Setup setup(LocalOpenAi server, Duration perMessage) {
        return new Setup(server.base(), KEY, "small-model", null, PromptStyle.EMOTITUNE, perMessage, 8, 1);
    }

    static LanguageModel model(Setup setup, OpenLedger ledger) {
        return model(setup, ledger, new RememberedReadings());
    }

    static LanguageModel model(Setup setup, OpenLedger ledger, RememberedReadings known) {
        return new LanguageModel(setup, VOCABULARY, new Books(ledger, known), InstantSource.system());
    }

    static EmotionExtractor messages(LocalOpenAi server, Duration perMessage, OpenLedger ledger) {
        return model(setup(server, perMessage), ledger).messages(BY_FORM, BUILT_IN);
    }

    static LyricsExtractor songs(LocalOpenAi server, OpenLedger ledger) {
        return model(setup(server, Duration.ofSeconds(4)), ledger).songs(WORDS, BUILT_IN_FOR_SONGS, wait -> {});
    }

    /** As impatient with songs as with messages. */
    static LyricsExtractor quickSongs(LocalOpenAi server, Duration time, OpenLedger ledger) {
        Setup setup = setup(server, time);
        ChatServer quick = ChatServer.forMessages(setup, new Dialect(), wait -> {});
        return model(setup, ledger).songs(WORDS, BUILT_IN_FOR_SONGS, quick, time);
    }

    static Outcome read(LyricsExtractor extractor, SongText song) {
        return extractor.read(List.of(song), 1).getFirst();
    }

    /** An answer about a message or a song. */
    static String json(Map<String, Double> emotions) {
        StringBuilder words = new StringBuilder();
        emotions.forEach((word, weight) -> words.append(words.isEmpty() ? "" : ",")
                .append("{\"word\":\"%s\",\"weight\":%s}".formatted(word, weight)));
        return "{\"language\":\"en\",\"emotions\":[%s],\"themes\":[],\"danger\":false}".formatted(words);
    }
}
