package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a group is not to read: it goes to the person, or nobody is told what it is. */
@Timeout(180)
class LivePrivacyTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    private Person ana;
    private LocalChat group;

    @BeforeEach
    void openAGroup() {
        ana = bot.person("Ana", "es");
        group = bot.telegram().supergroup("Amigas", ana);
    }

    @Test
    void whoeverIsInDangerInAGroupIsAnsweredInTheirOwnChat() {
        bot.answer(ana, "hola");

        Shown answer = bot.next(ana.chat(), () -> ana.in(group).mentions("quiero suicidarme"));

        assertThat(answer.text()).contains("Lo que me cuentas importa más que cualquier canción", "024");
        bot.settle();
        assertThat(group.ofBot()).isEmpty();
    }

    @Test
    void wherePeopleHaveNoChatWithTheBotALinkLeadsToTheHelpLines() {
        int[] message = new int[1];

        Shown pointer = bot.next(group, () -> message[0] = ana.in(group).mentions("quiero suicidarme"));

        assertThat(pointer.text()).isEqualTo("Te he leído y estoy aquí. Prefiero responderte a solas.");
        assertThat(pointer.replyTo()).isEqualTo(message[0]);
        assertThat(pointer.labels()).containsExactly("Escríbeme en privado");
        String link = pointer.buttons().getFirst().getFirst().url();
        assertThat(link).startsWith("https://t.me/EmotiTuneBot?start=");
        Shown answer = bot.answer(ana, "/start " + link.substring(link.indexOf('=') + 1));
        assertThat(answer.text()).contains("Lo que me cuentas importa más", "024");
    }

    @Test
    void theSameInEnglish() {
        Person eve = bot.person("Eve", "en");

        Shown pointer = bot.next(group, () -> eve.in(group).mentions("I want to kill myself"));

        assertThat(pointer.text())
                .isEqualTo("I hear you, and I am here. I would rather answer you where it is just the two of us.");
        assertThat(pointer.buttons().getFirst().getFirst().url()).isEqualTo("https://t.me/EmotiTuneBot?start=sos");
    }

    @Test
    void whoBlockedTheBotGetsTheLinkToo() {
        bot.answer(ana, "hola");
        ana.blocksTheBot();
        int before = ana.chat().ofBot().size();

        Shown pointer = bot.next(group, () -> ana.in(group).mentions("quiero morirme"));

        assertThat(pointer.text()).startsWith("Te he leído y estoy aquí.");
        assertThat(ana.chat().ofBot()).hasSize(before);
    }

    @Test
    void anAnonymousAdministratorInDangerGetsTheLink() {
        Shown pointer = bot.next(group, () -> group.anonymously().says("/recomienda quiero morirme"));

        assertThat(pointer.buttons().getFirst().getFirst().url()).isEqualTo("https://t.me/EmotiTuneBot?start=sos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ayuda", "/privacidad", "/sos", "/exportar"})
    void whatIsForThePersonAloneComesInTheirOwnChat(String command) {
        bot.answer(ana, "hola");

        bot.next(ana.chat(), () -> ana.in(group).says(command + "@EmotiTuneBot"));

        bot.settle();
        assertThat(group.ofBot()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/privacy", "/export"})
    void orTheGroupIsToldWhereToAskForIt(String command) {
        Person eve = bot.person("Eve", "en");

        Shown pointer = bot.next(group, () -> eve.in(group).says(command));

        assertThat(pointer.text()).isEqualTo("I would rather tell you that in private.");
        assertThat(pointer.buttons().getFirst().getFirst().url()).isEqualTo("https://t.me/EmotiTuneBot?start=help");
        assertThat(bot.answer(eve, "/start help").text()).startsWith("Tell me how you feel");
    }

    @Test
    void whoeverIsInDangerInATopicIsToldThere() {
        LocalChat forum = bot.telegram().forum("Foro", ana);
        int topic = forum.topic("música");

        Shown pointer = bot.next(forum, () -> ana.in(forum).inTopic(topic).mentions("quiero morirme"));

        assertThat(pointer.thread()).isEqualTo(topic);
    }
}
