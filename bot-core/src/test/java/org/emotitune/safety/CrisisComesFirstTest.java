package org.emotitune.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.conversation.Answer;
import org.emotitune.conversation.Conversation;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.FakeEmbeddings;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.index.SongIndex;
import org.emotitune.recommend.Recommender;
import org.emotitune.recommend.Wish;
import org.junit.jupiter.api.Test;

/** A conversation in which whoever sees a message after the safety gate fails the test. */
class CrisisComesFirstTest {
    private static final EmotionExtractor EXTRACTOR = message -> {
        throw new AssertionError("the extractor has seen the message");
    };

    private final Conversation conversation = conversation();

    private static Conversation conversation() {
        Vocabulary vocabulary = VocabularyFiles.load();
        SafetyGate gate = SafetyGate.load(
                new LexiconFiles(vocabulary).load().chatSpelling().tokenizer(null));
        MoodSpace space = new MoodSpace(vocabulary, new FakeEmbeddings(), MoodSpace.Settings.DEFAULT);
        return new Conversation(
                gate,
                EXTRACTOR,
                new Recommender(untouched(SongIndex.class), untouched(CatalogStore.class), space, vocabulary));
    }

    private static <T> T untouched(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new AssertionError(method + " was called");
                }));
    }

    @Test
    void answersDangerBeforeAnybodyElseSeesTheMessage() {
        assertThat(conversation.answer("me quiero morir, estoy muy triste", Wish.DEFAULT))
                .isEqualTo(new Answer.Crisis(Language.SPANISH));
    }

    @Test
    void answersDangerInEnglishWhereItIsToldInEnglish() {
        assertThat(conversation.answer("i want to kill myself, i'm so sad", Wish.DEFAULT))
                .isEqualTo(new Answer.Crisis(Language.ENGLISH));
    }

    @Test
    void passesEverythingElseOnToTheExtractor() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> conversation.answer("estoy muy triste", Wish.DEFAULT))
                .withMessage("the extractor has seen the message");
    }
}
