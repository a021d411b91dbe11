package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bot says in groups and channels, and where it is silent. */
@Timeout(180)
class LiveGroupsTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    private Person ana;
    private LocalChat group;

    @BeforeEach
    void openAGroup() {
        ana = bot.person("Ana", "es");
        group = bot.telegram().group("Amigas", ana);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@EmotiTuneBot estoy muy contenta",
                "estoy muy contenta, ¿verdad, @emotitunebot?",
                "/recomienda estoy muy contenta",
                "/recommend@EmotiTuneBot estoy muy contenta",
                "@EmotiTuneBot: /recomienda estoy muy contenta"
            })
    void whoeverAddressesTheBotIsAnsweredWithAQuote(String text) {
        int[] message = new int[1];

        Shown answer = bot.next(group, () -> message[0] = ana.in(group).says(text));

        assertThat(answer.text()).contains("Canciones que se sienten igual");
        assertThat(answer.replyTo()).isEqualTo(message[0]);
        assertThat(ana.chat().ofBot()).isEmpty();
    }

    @Test
    void anAnswerToTheBotIsAnsweredAsIsATap() {
        Shown page = bot.next(group, () -> ana.in(group).mentions("estoy contenta"));

        Shown answer = bot.next(group, () -> ana.in(group).replies(page.id(), "no, estoy triste"));
        assertThat(answer.text()).contains("tristeza");
        Shown more = bot.edited(group, () -> ana.in(group).taps("Más"));

        assertThat(more.links()).doesNotContainAnyElementsOf(answer.links());
        Shown like = bot.next(group, () -> ana.in(group).taps("≈ 1"));
        assertThat(like.replyTo()).as("the page that it belongs to").isEqualTo(answer.id());
    }

    @Test
    void whatIsNotMeantForTheBotIsNotAnswered() {
        bot.telegram().privacyMode(false);
        Person eve = bot.person("Eve", "en");
        int hers = eve.in(group).says("I am so sad today");

        ana.in(group).replies(hers, "yo también estoy triste");
        ana.in(group).says("/help@OtherBot");
        ana.in(group).says("/roll 20");
        ana.in(group).says("@OtherBot estoy triste");
        ana.in(group).says("me quiero morir de risa");
        ana.in(group).says("ana@EmotiTuneBot.example");
        eve.in(group).joins();

        Shown answer = bot.next(group, () -> ana.in(group).mentions("estoy contenta"));
        assertThat(group.ofBot()).containsExactly(answer);
        assertThat(ana.chat().ofBot()).isEmpty();
    }

    @Test
    void aTopicOfAForumIsKept() {
        LocalChat forum = bot.telegram().forum("Foro", ana);
        int music = forum.topic("música");

        Shown there = bot.next(forum, () -> ana.in(forum).inTopic(music).mentions("estoy contenta"));
        Shown like = bot.next(forum, () -> ana.in(forum).inTopic(music).taps("≈ 1"));
        Shown general = bot.next(forum, () -> ana.in(forum).mentions("estoy triste"));

        assertThat(there.thread()).isEqualTo(music);
        assertThat(like.thread()).isEqualTo(music);
        assertThat(general.thread()).isZero();
    }

    @Test
    void theMessageThatIsAnsweredMayBeGone() {
        bot.telegram().faults().next("sendMessage", new Faults.Fault.Slow(Duration.ofMillis(300)));
        int message = ana.in(group).mentions("estoy contenta");

        Shown answer = bot.next(group, () -> group.loses(message));

        assertThat(answer.links()).hasSize(5);
        assertThat(answer.replyTo()).isZero();
    }

    @Test
    void songsFollowAGroupThatBecomesASupergroup() {
        bot.telegram().faults().next("sendMessage", new Faults.Fault.Slow(Duration.ofMillis(500)));
        ana.in(group).mentions("estoy contenta");

        LocalChat supergroup = group.migrates();

        bot.telegram().until(() -> supergroup.ofBot().size() == 1);
        assertThat(supergroup.answer().links()).hasSize(5);
        assertThat(group.ofBot()).isEmpty();
        Shown later = bot.next(supergroup, () -> ana.in(supergroup).mentions("estoy triste"));
        assertThat(later.text()).contains("tristeza");
    }

    @Test
    void anAnonymousAdministratorIsAnsweredInTheGroup() {
        Shown songs = bot.next(group, () -> group.anonymously().says("/recomienda estoy triste"));
        Shown help = bot.next(group, () -> group.anonymously().says("/ayuda"));

        assertThat(songs.links()).hasSize(5);
        assertThat(help.buttons().getFirst().getFirst().url()).isEqualTo("https://t.me/EmotiTuneBot?start=help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"estoy triste", "@EmotiTuneBot estoy triste", "/help", "/recomienda triste", "/start", "/sos"})
    void aChannelIsForItsReaders(String post) {
        LocalChat channel = bot.telegram().channel("Noticias", ana);

        channel.posts().says(post);

        bot.settle();
        assertThat(channel.ofBot()).isEmpty();
        assertThat(channel.actions()).isEmpty();
    }

    @Test
    void whereTheBotMayNotWriteItGoesOnElsewhere() {
        LocalChat mute = bot.telegram().supergroup("Silencio", ana);
        mute.botMayNotWrite(ana);
        ana.in(mute).mentions("estoy contenta");
        group.botIsRemoved(ana);
        ana.in(group).mentions("estoy contenta");
        group.botIsAdded(ana);

        assertThat(bot.answer(ana, "estoy triste").links()).hasSize(5);
        assertThat(bot.next(group, () -> ana.in(group).mentions("estoy triste")).links())
                .hasSize(5);
        assertThat(mute.ofBot()).isEmpty();
    }
}
