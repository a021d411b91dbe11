package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;

/** Which queries are answered, and from where. */
class InlineAnswersTest extends InlineQueries {
    @Test
    void aQueryIsAskedWithoutIdentityForTenSongs() {
        InlineAnswers answers = answers(InlineQueries::reply);

        Optional<AnswerInlineQuery> answer =
                answers.take(new Inbound.Asked("77", ANA, "  triste \n")).get();

        assertThat(answer).hasValueSatisfying(it -> {
            assertThat(it.getInlineQueryId()).isEqualTo("77");
            assertThat(it.getNextOffset()).isEqualTo("re: triste");
        });
        assertThat(asked).singleElement().satisfies(message -> {
            assertThat(message.sender()).isEqualTo(new IncomingMessage.Sender(null, Language.SPANISH, "MX"));
            assertThat(message.content())
                    .isInstanceOfSatisfying(
                            Text.class, it -> assertThat(it.options().limit()).isEqualTo(10));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "t", "7 7 7", "...", "/start", " /help me", "t?", "#1"})
    void whatSaysNothingGetsTheInvitation(String text) {
        InlineAnswers answers = answers(pace(LONG), InlineQueries::reply);

        assertThat(ask(answers, ANA, text)).isEqualTo("!es");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "ay", "悲しい", "😭"})
    void twoLettersOrAnEmojiSaySomething(String text) {
        assertThat(ask(answers(InlineQueries::reply), ANA, text)).isEqualTo("re: " + text);
    }

    @Test
    void onlyTheNewestQueryOfAPersonIsAnswered() throws Exception {
        InlineAnswers answers = answers(pace(LONG), InlineQueries::reply);
        Future<String> first = askBeside(answers, ANA, "tri");

        Future<String> second = askBeside(answers, ANA, "trist");
        assertThat(soon(first)).isEmpty();
        assertThat(ask(answers, ANA, "")).isEqualTo("!es");

        assertThat(soon(second)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void theOrderOfQueriesIsThatOfTakingThemIn() {
        InlineAnswers answers = answers(InlineQueries::reply);
        Supplier<Optional<AnswerInlineQuery>> first = answers.take(query(ANA, "tri"));
        Supplier<Optional<AnswerInlineQuery>> second = answers.take(query(ANA, "triste"));

        assertThat(shown(second.get())).isEqualTo("re: triste");
        assertThat(shown(first.get())).isEmpty();
    }

    @Test
    void somebodyInDangerIsAnsweredAlsoWhereWhatTheyTypedBeforeComesBehindIt() {
        InlineAnswers answers = answers(InlineQueries::reply);
        Supplier<Optional<AnswerInlineQuery>> danger = answers.take(query(ANA, "let me die"));
        var unused = answers.take(query(ANA, "let me"));

        assertThat(shown(danger.get())).isEqualTo("re: let me die");
    }

    @Test
    void peopleDoNotEndEachOthersWaiting() throws Exception {
        InlineAnswers answers = answers(pace(Duration.ofMillis(50)), InlineQueries::reply);

        Future<String> ofAna = askBeside(answers, ANA, "triste");
        Future<String> ofLeo = askBeside(answers, LEO, "sad");

        assertThat(soon(ofAna)).isEqualTo("re: triste");
        assertThat(soon(ofLeo)).isEqualTo("re: sad");
    }

    @Test
    void whoTypesOnWhileItIsWorkedOutGetsOnlyTheNewAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        InlineAnswers answers = answers(text -> {
            begun.countDown();
            return text.equals("sad") ? after(goOn, text) : reply(text);
        });
        Future<String> first = askBeside(answers, LEO, "sad");
        await(begun);

        assertThat(ask(answers, LEO, "sad but")).isEqualTo("re: sad but");
        goOn.countDown();

        assertThat(soon(first)).isEmpty();
        assertThat(ask(answers, LEO, "sad")).isEqualTo("re: sad");
        assertThat(asked).hasSize(2);
    }

    @Test
    void theSameQueryCostsNothingForFiveMinutes() {
        InlineAnswers answers = answers(InlineQueries::reply);

        assertThat(ask(answers, ANA, "más triste")).isEqualTo("re: más triste");
        assertThat(ask(answers, ANA, " MA\u0301S   triste")).isEqualTo("re: más triste");
        now.updateAndGet(it -> it.plusSeconds(299));
        assertThat(ask(answers, ANA, "Más triste")).isEqualTo("re: más triste");
        assertThat(asked).hasSize(1);

        now.updateAndGet(it -> it.plusSeconds(2));
        assertThat(ask(answers, ANA, "Más triste")).isEqualTo("re: Más triste");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aKnownAnswerDoesNotWaitForTheNextLetter() throws Exception {
        Duration pause = Duration.ofMillis(200);
        InlineAnswers answers = answers(pace(pause), InlineQueries::reply);
        long start = System.nanoTime();
        assertThat(ask(answers, ANA, "triste")).isEqualTo("re: triste");
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(pause.toNanos());

        long again = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(ask(answers, ANA, "triste")).isEqualTo("re: triste");
        }
        assertThat(System.nanoTime() - again).isLessThan(20 * pause.toNanos());
    }

    @Test
    void eachLanguageHasItsOwnAnswers() {
        InlineAnswers answers = answers(InlineQueries::reply);

        assertThat(ask(answers, ANA, "no")).isEqualTo("re: no");
        assertThat(ask(answers, LEO, "no")).isEqualTo("re: no");

        assertThat(asked).hasSize(2);
    }
}
