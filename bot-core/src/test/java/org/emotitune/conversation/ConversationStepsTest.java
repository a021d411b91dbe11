package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotitune.catalog.Indexer;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.recommend.Recommender;
import org.emotitune.recommend.Wish;
import org.emotitune.safety.SafetyGate;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestProfiles;
import org.emotitune.text.Tokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees a message, and in which order; on a database without songs. */
class ConversationStepsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);
    private static final Reading JOYFUL = new Reading(Language.SPANISH, Reading.Mode.LLM, TestProfiles.feeling("joy"));
    private static final Reading NOTHING = new Reading(Language.SPANISH, Reading.Mode.LLM, null);

    private final PgCatalogStore catalog = new PgCatalogStore(database.dataSource());
    private final PgVectorSongIndex index = new PgVectorSongIndex(database.dataSource());
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void indexNoSongs() {
        new Indexer(catalog, index, SPACE).refresh(true);
    }

    @Test
    void aMessageIsReadOnce() {
        conversation(JOYFUL).answer("qué bien", Wish.DEFAULT);

        assertThat(read).containsExactly("qué bien");
    }

    @Test
    void somebodyInDangerIsAnsweredBeforeAnyExtractorReads() {
        Answer answer = conversation(JOYFUL).answer("I want to kill myself", Wish.DEFAULT);

        assertThat(answer).isEqualTo(new Answer.Crisis(Language.ENGLISH));
        assertThat(read).isEmpty();
    }

    @Test
    void withAnEmptyCatalogNothingIsClose() {
        Answer answer = conversation(JOYFUL).answer("qué bien", Wish.DEFAULT);

        assertThat(answer).isEqualTo(new Answer.NothingClose(JOYFUL, List.of()));
    }

    @Test
    void whereNoFeelingWasHeardTheAnswerIsAQuestion() {
        Answer answer = conversation(NOTHING).answer("bla", Wish.DEFAULT);

        assertThat(answer).isEqualTo(new Answer.Unclear(NOTHING));
        assertThat(answer.language()).isEqualTo(Language.SPANISH);
    }

    private Conversation conversation(Reading reading) {
        EmotionExtractor extractor = message -> {
            read.add(message);
            return reading;
        };
        return new Conversation(
                SafetyGate.load(new Tokenizer(Map.of())),
                extractor,
                new Recommender(index, catalog, SPACE, VOCABULARY));
    }
}
