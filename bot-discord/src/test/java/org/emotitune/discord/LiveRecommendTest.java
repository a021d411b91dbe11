package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** /recommend with all that can be filled in. */
@Timeout(180)
class LiveRecommendTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @ParameterizedTest
    @CsvSource({
        "es-ES, recommend, feeling, Canciones que se sienten igual, Más",
        "es-419, recomienda, siento, Canciones que se sienten igual, Más",
        "en-US, recommend, feeling, Songs that feel the same, More"
    })
    void aPageIsThereAtOnceInTheLanguageOfWhoAsks(
            String locale, String command, String option, String intro, String more) {
        Person person = bot.discord().person("Pat", locale);
        LocalChannel music = bot.channel(person);
        String feeling = locale.startsWith("es") ? "estoy triste y llueve" : "I am sad and it rains";

        LocalInteraction used = person.in(music).uses(command, Map.of(option, feeling));
        LocalMessage page = bot.answer(used);

        assertThat(page.isEphemeral()).isFalse();
        assertThat(page.content()).contains(intro);
        assertThat(page.embeds())
                .hasSize(5)
                .allMatch(song -> song.path("url").asText().startsWith("https://open.spotify.com/"));
        assertThat(page.buttons()).contains(more);
        assertThat(page.options()).hasSize(15);
        assertThat(used.sent()).containsExactly(page);
        assertThat(music.ofBot()).containsExactly(page);
    }

    @ParameterizedTest
    @CsvSource({"es-ES, rumbo, Anímame, Paso a paso hacia un ánimo más luminoso", "en-US, mood, Lift me, Step by step"})
    void aMoodLeadsSomewhere(String locale, String option, String choice, String intro) {
        Person person = bot.discord().person("Pat", locale);
        String feeling = locale.startsWith("es") ? "estoy muy triste" : "I am so sad and lonely";

        LocalMessage page = bot.answer(
                person.in(bot.channel(person)).uses("recommend", Map.of("feeling", feeling, option, choice)));

        assertThat(page.content()).contains(intro);
        assertThat(page.embeds().getFirst().path("description").asText()).containsAnyOf("paso 1 de", "step 1 of");
    }

    @Test
    void whoIsAngryIsCalmed() {
        Person ana = bot.ana();

        LocalMessage page = bot.answer(ana.in(bot.channel(ana))
                .uses("recommend", Map.of("feeling", "estoy furiosa, qué rabia me da mi jefe", "mood", "calm")));

        assertThat(page.content()).contains("Paso a paso hacia la calma");
    }

    @Test
    void languageEraAndCountAreWishesThatCanBeTakenAway() {
        Person eve = bot.eve();

        LocalMessage page = bot.answer(eve.in(bot.channel(eve))
                .uses("recommend", Map.of("feeling", "I am happy", "language", "es", "era", "1980", "count", 3)));

        assertThat(page.embeds()).hasSizeBetween(1, 3);
        assertThat(page.embeds())
                .allSatisfy(
                        song -> assertThat(song.path("description").asText()).containsPattern("· 198\\d"));
        assertThat(page.buttons()).contains("✕ 1980s", "✕ 3 songs").anyMatch(label -> label.contains("only in"));
    }

    @Test
    void tenSongsComeInOneMessageWithTwoMenus() {
        Person ana = bot.ana();

        LocalMessage page = bot.answer(
                ana.in(bot.channel(ana)).uses("recomienda", Map.of("siento", "qué alegría", "canciones", 10)));

        assertThat(page.embeds()).hasSize(10);
        assertThat(page.options()).hasSize(30).doesNotHaveDuplicates();
        assertThat(page.shown()).contains("Canciones 1 a 5", "Canciones 6 a 10");
    }

    @Test
    void whoeverWantsTwentySongsInWordsGetsAsManyAsAPageHolds() {
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve);

        LocalMessage page = bot.recommends(eve, music, "20 songs, I am so happy");

        assertThat(LiveBot.titles(page)).hasSize(10).doesNotHaveDuplicates();
        assertThat(music.ofBot()).containsExactly(page);
    }

    @Test
    void whatIsPrivateIsSeenByNobodyElse() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);

        LocalMessage page =
                bot.answer(ana.in(music).uses("recommend", Map.of("feeling", "qué miedo", "privado", true)));
        LocalInteraction more = ana.in(music).taps(page, "Más");
        bot.edited(page, () -> {});

        assertThat(page.isEphemeral()).isTrue();
        assertThat(page.embeds()).isNotEmpty();
        assertThat(more.sent()).isEmpty();
        assertThat(music.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"es-ES, tris", "en-US, sad"})
    void wordsAreSuggestedWhileSomebodyTypes(String locale, String typed) {
        Person person = bot.discord().person("Pat", locale);

        LocalInteraction typing = person.in(bot.channel(person)).types("recommend", "feeling", typed);
        bot.discord().until(typing::isAnswered);

        assertThat(typing.choices()).isNotEmpty().hasSizeLessThanOrEqualTo(25);
        assertThat(typing.choices().getFirst().value()).startsWith(typed);
        LocalMessage page = bot.answer(person.in(bot.channel(person))
                .uses("recommend", Map.of("feeling", typing.choices().getFirst().value())));
        assertThat(page.embeds()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "qqqq", "😭", "@everyone", "I am so sad that I do not know what to do with all of this"
            })
    void whateverIsTypedIsAnswered(String typed) {
        Person eve = bot.eve();

        LocalInteraction typing = eve.in(bot.channel(eve)).types("recommend", "feeling", typed);

        bot.discord().until(typing::isAnswered);
    }

    @Test
    void whoAsksFasterThanTheBotAnswersIsAnsweredEachTime() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);

        List<LocalInteraction> all = IntStream.range(0, 12)
                .mapToObj(i -> ana.in(music).uses("recommend", Map.of("feeling", "estoy triste")))
                .toList();
        bot.discord().until(() -> all.stream().allMatch(LocalInteraction::isAnswered));

        assertThat(all)
                .allSatisfy(used -> assertThat(used.sent())
                        .singleElement()
                        .satisfies(answer -> assertThat(answer.isEphemeral())
                                .isEqualTo(
                                        answer.content().startsWith("Todavía estoy con lo que me has enviado antes"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quiero morirme", "I want to kill myself"})
    void whoeverIsInDangerIsNotAskedToChooseAmongWords(String typed) {
        Person ana = bot.ana();

        LocalInteraction typing = ana.in(bot.channel(ana)).types("recommend", "feeling", typed);
        bot.discord().until(typing::isAnswered);

        assertThat(typing.choices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget", "   ", "xkcd qwerty", "@everyone <@1> **hi**"})
    void whatIsNoFeelingIsAskedAboutAndDoesNothingElse(String text) {
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve);

        LocalMessage question = bot.recommends(eve, music, text);

        assertThat(question.buttons()).contains("😊 Happy");
        assertThat(question.content()).doesNotContain("everyone", "delete");
        assertThat(question.pinged()).isEmpty();
        assertThat(question.pingsEveryone()).isFalse();
        assertThat(StreamSupport.stream(question.json().path("mentions").spliterator(), false))
                .isEmpty();
    }
}
