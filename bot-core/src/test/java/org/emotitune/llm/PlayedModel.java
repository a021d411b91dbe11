package org.emotitune.llm;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.embedded.BgeWordEmbeddings;
import org.emotitune.embedded.EmotionWords;
import org.emotitune.embedded.LexiconExtractor;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.embedded.LexiconLyricsExtractor;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.MatchedVocabulary;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.llm.LanguageModel.Setup;
import org.emotitune.llm.RecordedAnswer.Form;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.LocalOpenAi.Asked;
import org.emotitune.testing.LocalOpenAi.Lack;
import org.emotitune.testing.OpenLedger;
import org.emotitune.testing.RememberedReadings;

/** A language model as the program makes it, whose server plays recorded answers of one form over HTTP. */
final class PlayedModel implements AutoCloseable {
    static final String MODEL = "recorded-model";

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final BgeWordEmbeddings EMBEDDINGS = new BgeWordEmbeddings();

    /** The vocabulary step with all that comes with the program. */
    static final MatchedVocabulary WORDS =
            new MatchedVocabulary(VOCABULARY, EmotionWords.matcher(VOCABULARY, EMBEDDINGS, EMBEDDINGS));

    private static final LexiconExtractor OTHERWISE =
            new LexiconExtractor(VOCABULARY, new LexiconFiles(VOCABULARY).load());

    /** No answer of a local server takes so long, however busy the machine is. */
    private static final Duration PLENTY = Duration.ofSeconds(60);

    private final LocalOpenAi server = new LocalOpenAi();
    private final Form form;
    final RecordedAnswers answers;
    final OpenLedger ledger = new OpenLedger();
    final RememberedReadings readings = new RememberedReadings();

    PlayedModel(Form form, List<RecordedAnswer> recorded) {
        this.form = form;
        this.answers = new RecordedAnswers(recorded);
        server.answering(answers);
        if (form == Form.LIST) {
            server.lacks(Lack.RESPONSE_FORMAT);
        }
    }

    EmotionExtractor messages() {
        return model(16, 1).messages(WORDS, OTHERWISE);
    }

    /** Another one each time, as after a restart; what was read before is remembered. */
    LyricsExtractor songs(int concurrency, int songsPerRequest) {
        return model(concurrency, songsPerRequest).songs(WORDS, new LexiconLyricsExtractor(VOCABULARY), wait -> {});
    }

    private LanguageModel model(int concurrency, int songsPerRequest) {
        PromptStyle style = form == Form.ARTICLE ? PromptStyle.ARTICLE : PromptStyle.EMOTITUNE;
        Setup setup = new Setup(server.base(), null, MODEL, null, style, PLENTY, concurrency, songsPerRequest);
        return new LanguageModel(
                setup, VOCABULARY, new LanguageModel.Books(ledger, readings), java.time.InstantSource.system());
    }

    /** Forms that the server was asked for. */
    Set<String> formsAskedFor() {
        return server.asked().stream().map(Asked::responseFormat).collect(Collectors.toUnmodifiableSet());
    }

    /** The most requests that the server had at the same time. */
    int mostAtOnce() {
        return server.mostAtOnce();
    }

    static List<String> emotions(Profile profile) {
        return profile.emotions().stream().map(WeightedWord::word).toList();
    }

    static List<String> themes(Profile profile) {
        return profile.themes().stream().map(WeightedWord::word).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
