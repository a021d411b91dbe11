package org.emotitune.llm;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WordEmbeddings;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.web.Policy;
import org.emotitune.web.WebClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A language model as the composition root sees it: makes the extractors that use it. Thread-safe. */
public final class LanguageModel {
    private static final Logger LOG = LoggerFactory.getLogger(LanguageModel.class);

    /** A message may be waiting for a word's embedding. */
    private static final Policy EMBEDDING = new Policy(
            Duration.ofSeconds(2), Duration.ofSeconds(10), 8_000_000, 2, Duration.ofSeconds(2), Duration.ofSeconds(30));

    /** For a question about songs with all that is waited for; a model that thinks on a small machine needs minutes. */
    private static final Duration SONGS = Duration.ofMinutes(10);

    private final Setup setup;
    private final Vocabulary vocabulary;
    private final Prompts prompts;
    private final Books books;
    private final Fallbacks fallbacks;
    private final Dialect dialect = new Dialect();

    /**
     * Where the model is and how it is to be used.
     *
     * @param base address of the API, its version included: https://api.openai.com/v1
     * @param key null where the server wants none
     * @param embeddingModel null where words are embedded in this process
     * @param perMessage time until a message is read by the embedded extractor instead
     * @param concurrency calls at the same time, for songs and for messages each
     * @param songsPerRequest at least 1
     */
    public record Setup(
            URI base,
            @Nullable String key,
            String chatModel,
            @Nullable String embeddingModel,
            PromptStyle style,
            Duration perMessage,
            int concurrency,
            int songsPerRequest) {
        public Setup {
            if (concurrency < 1 || songsPerRequest < 1 || !perMessage.isPositive()) {
                throw new IllegalArgumentException(
                        "%d calls, %d songs, %s".formatted(concurrency, songsPerRequest, perMessage));
            }
        }

        /** The key is in no log, whoever prints the record. */
        @Override
        public String toString() {
            return "Setup[%s, %s]".formatted(base, chatModel);
        }
    }

    /** What is counted and what is known, in the database. */
    public record Books(Ledger ledger, KnownReadings known) {}

    public LanguageModel(Setup setup, Vocabulary vocabulary, Books books, InstantSource clock) {
        this.setup = setup;
        this.vocabulary = vocabulary;
        this.prompts = new Prompts(vocabulary, setup.style());
        this.books = books;
        this.fallbacks = new Fallbacks(books.ledger(), clock);
    }

    /**
     * What reads messages.
     *
     * @param words what the model's words are taken through; asks nobody, as a person waits
     * @param otherwise reads what the model cannot
     */
    public EmotionExtractor messages(ControlledVocabulary words, EmotionExtractor otherwise) {
        ChatServer server = ChatServer.forMessages(setup, dialect, LOG::info);
        return new LlmEmotionExtractor(
                new Questioner(server, prompts, books.ledger(), Purpose.MESSAGE),
                prompts,
                new LlmEmotionExtractor.Ears(vocabulary, words, otherwise),
                setup.perMessage(),
                fallbacks);
    }

    /**
     * What reads songs.
     *
     * @param words what the model's words are taken through
     * @param otherwise reads what the model answers in no usable way
     * @param waits told in a sentence of every wait that the server asks for
     */
    public LyricsExtractor songs(ControlledVocabulary words, LyricsExtractor otherwise, Consumer<String> waits) {
        return songs(words, otherwise, ChatServer.forSongs(setup, dialect, waits), SONGS);
    }

    LyricsExtractor songs(ControlledVocabulary words, LyricsExtractor otherwise, ChatServer server, Duration time) {
        return new LlmLyricsExtractor(
                new Questioner(server, prompts, books.ledger(), Purpose.SONG),
                prompts,
                otherwise,
                words,
                books.known(),
                fallbacks,
                new LlmLyricsExtractor.Reader(
                        setup.chatModel(), setup.style() == PromptStyle.ARTICLE ? 1 : setup.songsPerRequest(), time));
    }

    /** @return what embeds words, where a model is set for that; else null */
    public @Nullable WordEmbeddings embeddings() {
        String model = setup.embeddingModel();
        if (model == null) {
            return null;
        }
        WebClient web = new WebClient("The language model's server", EMBEDDING, LOG::info);
        return new CountedWordEmbeddings(
                new OpenAiWordEmbeddings(setup, model, web, EMBEDDING.wholeTime()), books.ledger());
    }
}
