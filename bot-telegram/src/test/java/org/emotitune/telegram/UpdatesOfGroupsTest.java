package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.telegram.Updates.ANA;
import static org.emotitune.telegram.Updates.ANONYMOUS;
import static org.emotitune.telegram.Updates.CHANNEL;
import static org.emotitune.telegram.Updates.GROUP;
import static org.emotitune.telegram.Updates.OTHER_BOT;
import static org.emotitune.telegram.Updates.OUR_BOT;
import static org.emotitune.telegram.Updates.SUPERGROUP;
import static org.emotitune.telegram.Updates.brief;
import static org.emotitune.telegram.Updates.inChannel;
import static org.emotitune.telegram.Updates.inGroup;
import static org.emotitune.telegram.Updates.mark;
import static org.emotitune.telegram.Updates.message;
import static org.emotitune.telegram.Updates.read;
import static org.emotitune.telegram.Updates.replyTo;
import static org.emotitune.telegram.Updates.text;

import java.util.stream.Stream;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatesOfGroupsTest {
    private static final String PHOTO = "'photo':[{'file_id':'A','file_unique_id':'B','width':1,'height':1}]";
    private static final String FILE = "'document':{'file_id':'BQAC','file_unique_id':'AgAD','file_name':'songs.csv'}";
    private static final String STICKER =
            "'sticker':{'file_id':'A','file_unique_id':'B','type':'regular','width':9,'height':9,'emoji':'😭'}";
    private static final String CAPTION_MARK = "'caption_entities':[{'type':'mention','offset':0,'length':13}]";

    static Stream<Arguments> mentions() {
        return Stream.of(
                Arguments.of(text("@EmotiTuneBot estoy triste", mark("mention", 0, 13)), "estoy triste"),
                Arguments.of(text("@emotitunebot, estoy triste", mark("mention", 0, 13)), "estoy triste"),
                Arguments.of(text("@EmotiTuneBot: I feel low", mark("mention", 0, 13)), "I feel low"),
                Arguments.of(text("@EmotiTuneBot :(", mark("mention", 0, 13)), ":("),
                Arguments.of(text("estoy triste @EmotiTuneBot", mark("mention", 13, 13)), "estoy triste"),
                Arguments.of(text("hey @EmotiTuneBot I feel low", mark("mention", 4, 13)), "hey I feel low"),
                Arguments.of(text("so sad,@EmotiTuneBot!", mark("mention", 7, 13)), "so sad,!"),
                Arguments.of(
                        text("@ana @EmotiTuneBot we are sad", mark("mention", 0, 4), mark("mention", 5, 13)),
                        "@ana we are sad"),
                Arguments.of(
                        text("@EmotiTuneBot @EmotiTuneBot ay", mark("mention", 14, 13), mark("mention", 0, 13)), "ay"),
                Arguments.of(text("😭👩‍👧 @EmotiTuneBot ay", mark("mention", 8, 13)), "😭👩‍👧 ay"),
                Arguments.of(
                        text("EmotiTune ay", "{'type':'text_mention','offset':0,'length':9,'user':" + OUR_BOT + "}"),
                        "ay"),
                Arguments.of(text("@EmotiTuneBot /help", mark("mention", 0, 13), mark("bot_command", 14, 5)), "/help"),
                Arguments.of(text("/recommend @EmotiTuneBot ay", mark("mention", 11, 13)), "/recommend ay"),
                Arguments.of(text("@EmotiTuneBot", mark("mention", 0, 13)), "/start"),
                Arguments.of(text("¿@EmotiTuneBot?", mark("mention", 1, 13)), "/start"),
                Arguments.of(text("@EmotiTuneBot", mark("mention", 0, 13)) + "," + replyTo(ANA), "/start"),
                Arguments.of(PHOTO + ",'caption':'@EmotiTuneBot así'," + CAPTION_MARK, "así"));
    }

    @ParameterizedTest
    @MethodSource("mentions")
    void aMentionIsMeantForTheBotAndTakenOut(String content, String said) {
        assertThat(brief(inGroup(content))).isEqualTo("said " + said);
    }

    static Stream<String> talkOfOthers() {
        return Stream.of(
                "'text':'estoy triste'",
                "'text':'@EmotiTuneBot as in code, unmarked'",
                text("@EmotiTuneBotty estoy triste", mark("mention", 0, 15)),
                text("@ana estoy triste", mark("mention", 0, 4)),
                text("Dice ay", "{'type':'text_mention','offset':0,'length':4,'user':" + OTHER_BOT + "}"),
                text("ay", "{'type':'text_mention','offset':0,'length':2}"),
                "'text':'sí'," + replyTo(ANA),
                "'text':'sí'," + replyTo(OTHER_BOT),
                STICKER,
                STICKER + "," + replyTo(OTHER_BOT),
                PHOTO,
                PHOTO + ",'caption':'mirad'",
                FILE,
                FILE + ",'caption':'apuntes'",
                FILE + ",'caption':'/import@OtherBot'",
                "'voice':{'file_id':'A','file_unique_id':'B','duration':3}",
                "'dice':{'emoji':'🎲','value':3}",
                "'text':'Hurt','via_bot':" + OUR_BOT,
                "'text':'Hurt','via_bot':" + OUR_BOT + "," + replyTo(OUR_BOT));
    }

    @ParameterizedTest
    @MethodSource("talkOfOthers")
    void whatIsNotMeantForTheBotIsNotRead(String content) {
        assertThat(brief(inGroup(content))).isEqualTo("ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'new_chat_members':[{'id':43,'is_bot':false,'first_name':'Leo'}]",
                "'new_chat_members':[{'id':4242,'is_bot':true,'first_name':'EmotiTune'}],'new_chat_member':{'id':4242}",
                "'left_chat_member':{'id':43,'is_bot':false,'first_name':'Leo'}",
                "'new_chat_title':'Foes'",
                "'group_chat_created':true",
                "'forum_topic_created':{'name':'Music','icon_color':7322096},'is_topic_message':true,'message_thread_id':5",
                "'video_chat_ended':{'duration':60}",
                "'migrate_from_chat_id':-77"
            })
    void whatTelegramTellsTheGroupIsNotForTheBot(String content) {
        assertThat(brief(inGroup(content))).isEqualTo("ignored");
    }

    @Test
    void answersToTheBotAreMeantForIt() {
        assertThat(brief(inGroup("'text':'más alegre'," + replyTo(OUR_BOT)))).isEqualTo("said más alegre");
        assertThat(brief(inGroup("'text':'/other'," + replyTo(OUR_BOT)))).isEqualTo("said /other");
        assertThat(brief(inGroup(STICKER + "," + replyTo(OUR_BOT)))).isEqualTo("said 😭");
        assertThat(brief(inGroup(FILE + "," + replyTo(OUR_BOT)))).isEqualTo("sent ");
        assertThat(brief(inGroup(PHOTO + "," + replyTo(OUR_BOT)))).isEqualTo("wordless");
        assertThat(brief(inGroup("'dice':{'emoji':'🎲','value':3}," + replyTo(OUR_BOT))))
                .isEqualTo("wordless");
        assertThat(brief(inGroup(PHOTO + ",'caption':'@EmotiTuneBot'," + CAPTION_MARK)))
                .isEqualTo("wordless");
    }

    @ParameterizedTest
    @CsvSource({
        "/help, said /help",
        "/ayuda, said /ayuda",
        "/Olvidar, said /olvidar",
        "/recommend sad but hopeful, said /recommend sad but hopeful",
        "/start, said /start",
        "/start@EmotiTuneBot sad-song, said sad song",
        "/reindex full, overheard /reindex full",
        "/import, overheard /import",
        "/stats, overheard /stats",
        "/cancel, overheard /cancel",
        "/cancel@EmotiTuneBot, said /cancel",
        "/roll 6, ignored",
        "/roll@EmotiTuneBot 6, said /roll 6",
        "/help@DiceBot, ignored",
        "/helpful, ignored",
        "please /help, ignored"
    })
    void ownCommandsAndThoseThatNameTheBotAreMeantForIt(String written, String read) {
        assertThat(brief(inGroup("'text':'" + written + "'"))).isEqualTo(read);
    }

    @Test
    void aCommandForAnotherBotIsItsOwnEvenInAnAnswer() {
        assertThat(brief(inGroup("'text':'/help@DiceBot'," + replyTo(OUR_BOT)))).isEqualTo("ignored");
    }

    @Test
    void filesAreMeantForTheBotByTheirCaption() {
        assertThat(brief(inGroup(FILE + ",'caption':'/import full'"))).isEqualTo("sent /import full");
        assertThat(brief(inGroup(FILE + ",'caption':'/import@EmotiTuneBot'"))).isEqualTo("sent /import");
        assertThat(brief(inGroup(FILE + ",'caption':'@EmotiTuneBot'," + CAPTION_MARK)))
                .isEqualTo("sent ");
    }

    @Test
    void wrongMarksAreNoMarks() {
        assertThat(brief(inGroup(text("@EmotiTuneBot hola", mark("mention", 10, 13)))))
                .isEqualTo("ignored");
        assertThat(brief(inGroup(text("@EmotiTuneBot hola", mark("mention", -1, 13), mark("mention", 0, 13)))))
                .isEqualTo("ignored");
        assertThat(brief(inGroup(text("@EmotiTuneBot hola", "null", mark("mention", 0, 13)))))
                .isEqualTo("ignored");
        assertThat(brief(inGroup(text("@EmotiTuneBot hola", mark("mention", 2_147_483_647, 13)))))
                .isEqualTo("ignored");
    }

    @Test
    void chatsTellWhetherAnybodyCanFindThem() {
        Person ana = new Person(42, null, Language.SPANISH, null);

        assertThat(inGroup("'text':'/help'"))
                .isEqualTo(new Inbound.Said(new Chat(-10077, Chat.Kind.GROUP, true, null), ana, 5, "/help"));
        assertThat(read(message(GROUP, ANA, "'text':'/help'")))
                .isEqualTo(new Inbound.Said(new Chat(-77, Chat.Kind.GROUP, false, null), ana, 5, "/help"));
    }

    @Test
    void onlyTopicsOfForumsAreThreads() {
        assertThat(thread("'text':'/help','message_thread_id':3,'is_topic_message':true"))
                .isEqualTo(3);
        assertThat(thread("'text':'/help','message_thread_id':3")).isNull();
        assertThat(thread("'text':'/help','is_topic_message':true")).isNull();
    }

    private static @Nullable Integer thread(String content) {
        return inGroup(content) instanceof Inbound.Said said ? said.chat().thread() : Integer.valueOf(-1);
    }

    @Test
    void anonymousAdministratorsWriteInTheNameOfTheGroup() {
        assertThat(read(message(SUPERGROUP, ANONYMOUS, "'text':'/stats@EmotiTuneBot','sender_chat':" + SUPERGROUP)))
                .isEqualTo(new Inbound.Said(
                        new Chat(-10077, Chat.Kind.GROUP, true, null),
                        new Person(-10077, -10077L, Language.ENGLISH, null),
                        5,
                        "/stats"));
    }

    @Test
    void peopleMayWriteInTheNameOfAChannel() {
        String from = "{'id':136817688,'is_bot':true,'first_name':'Channel','username':'Channel_Bot'}";

        assertThat(read(message(SUPERGROUP, from, "'text':'/stats@EmotiTuneBot','sender_chat':" + CHANNEL)))
                .isInstanceOfSatisfying(
                        Inbound.Said.class,
                        said -> assertThat(said.person())
                                .isEqualTo(new Person(-10099, -10099L, Language.ENGLISH, null)));
    }

    @Test
    void whatTheLinkedChannelPostsIsNotForTheBot() {
        String telegram = "{'id':777000,'is_bot':false,'first_name':'Telegram'}";

        assertThat(brief(read(message(
                        SUPERGROUP, telegram, "'text':'/help','is_automatic_forward':true,'sender_chat':" + CHANNEL))))
                .isEqualTo("ignored");
    }

    @Test
    void otherBotsAreNotAnswered() {
        assertThat(brief(read(message(SUPERGROUP, OTHER_BOT, "'text':'/help@EmotiTuneBot'"))))
                .isEqualTo("ignored");
    }

    @Test
    void aGroupMovesOnce() {
        assertThat(read(message(GROUP, ANONYMOUS, "'sender_chat':" + GROUP + ",'migrate_to_chat_id':-1001234567890")))
                .isEqualTo(new Inbound.Migrated(-77, -1001234567890L));
        assertThat(brief(read(message(SUPERGROUP, ANONYMOUS, "'migrate_from_chat_id':-77"))))
                .isEqualTo("ignored");
    }

    @Test
    void ofAChannelOnlyCommandsAreRead() {
        assertThat(inChannel("'text':'/reindex@EmotiTuneBot full','author_signature':'Ana'"))
                .isEqualTo(new Inbound.Said(
                        new Chat(-10099, Chat.Kind.CHANNEL, false, null),
                        new Person(-10099, -10099L, Language.ENGLISH, null),
                        6,
                        "/reindex full"));
        assertThat(brief(inChannel(FILE + ",'caption':'/import'"))).isEqualTo("sent /import");
        assertThat(brief(inChannel("'text':'/reindex'"))).isEqualTo("said /reindex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'text':'new songs today'",
                "'text':'/roll'",
                "'text':'/reindex@DiceBot'",
                "'text':'@EmotiTuneBot triste','entities':[{'type':'mention','offset':0,'length':13}]",
                "'photo':[{'file_id':'A','file_unique_id':'B','width':1,'height':1}]",
                "'document':{'file_id':'BQAC','file_unique_id':'AgAD','file_name':'songs.csv'}",
                "'document':{'file_id':'BQAC','file_unique_id':'AgAD'},'caption':'our songs'",
                "'new_chat_title':'Ops'"
            })
    void otherPostsAreNotForTheBot(String content) {
        assertThat(brief(inChannel(content))).isEqualTo("ignored");
    }
}
