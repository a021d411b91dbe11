package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.telegram.Updates.ANA;
import static org.emotitune.telegram.Updates.OTHER_BOT;
import static org.emotitune.telegram.Updates.OUR_BOT;
import static org.emotitune.telegram.Updates.PRIVATE;
import static org.emotitune.telegram.Updates.brief;
import static org.emotitune.telegram.Updates.inPrivate;
import static org.emotitune.telegram.Updates.mark;
import static org.emotitune.telegram.Updates.message;
import static org.emotitune.telegram.Updates.read;
import static org.emotitune.telegram.Updates.text;

import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatesOfPrivateChatsTest {
    private static final String FILE =
            "'document':{'file_id':'BQAC','file_unique_id':'AgAD','file_name':'songs.csv','mime_type':'text/csv','file_size':2048}";

    @Test
    void aTextIsSaidByItsWriterInItsChat() {
        Inbound said = inPrivate("'text':'estoy triste pero con esperanza'");

        assertThat(said)
                .isEqualTo(new Inbound.Said(
                        new Chat(42, Chat.Kind.PRIVATE, false, null),
                        new Person(42, null, Language.SPANISH, null),
                        5,
                        "estoy triste pero con esperanza"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"  I feel   fine\\n\\n", "😭😭", "?", "a@b.com", "/días grises", "/home/ana", "¡/help no!", "50%"
            })
    void wordsStayAsTheyAre(String words) {
        String plain = words.replace("\\n", "\n");

        assertThat(brief(inPrivate("'text':'" + words + "'"))).isEqualTo("said " + plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/help | /help",
                "/HELP | /help",
                "/ayuda@EmotiTuneBot | /ayuda",
                "/ayuda@emotitunebot | /ayuda",
                "/recommend@EmotiTuneBot  sad but hopeful | /recommend sad but hopeful",
                "/recomienda\\nalgo alegre | /recomienda algo alegre",
                "\\u200b\\ufeff /help | /help",
                "/help\\u200b | /help",
                "/sos!!! | /sos !!!",
                "/nothing of ours | /nothing of ours",
                "/help@OtherBot please | /help@OtherBot please"
            })
    void commandsLoseTheNameOfTheBot(String written, String said) {
        assertThat(brief(inPrivate("'text':'" + written + "'"))).isEqualTo("said " + said);
    }

    @ParameterizedTest
    @CsvSource({
        "/start, /start",
        "/start@EmotiTuneBot, /start",
        "/start sos, /sos",
        "/start@EmotiTuneBot SOS, /sos",
        "/start help, /help",
        "/start privacy, /privacy",
        "/start language, /language",
        "/start export, export",
        "/start sad-but_hopeful, sad but hopeful",
        "/start me-quiero-morir, me quiero morir",
        "/start ---, /start",
        "/start estoy muy-muy triste, estoy muy-muy triste",
        "/empezar sos, /empezar sos"
    })
    void whatFollowsStartIsACommandOrAFeeling(String written, String said) {
        assertThat(brief(inPrivate("'text':'" + written + "'"))).isEqualTo("said " + said);
    }

    @Test
    void theBotsNameIsNoneOfTheWordsHereEither() {
        assertThat(brief(inPrivate(text("@EmotiTuneBot triste", mark("mention", 0, 13)))))
                .isEqualTo("said triste");
        assertThat(brief(inPrivate(text("@EmotiTuneBot", mark("mention", 0, 13)))))
                .isEqualTo("said /start");
    }

    @Test
    void aCaptionIsText() {
        assertThat(brief(inPrivate(
                        "'photo':[{'file_id':'A','file_unique_id':'B','width':1,'height':1}],'caption':'así'")))
                .isEqualTo("said así");
        assertThat(brief(inPrivate(
                        "'voice':{'file_id':'A','file_unique_id':'B','duration':3},'caption':'/help@EmotiTuneBot'")))
                .isEqualTo("said /help");
    }

    @Test
    void aStickerSaysItsEmoji() {
        String sticker = "'sticker':{'file_id':'A','file_unique_id':'B','type':'regular','width':512,'height':512%s}";

        assertThat(brief(inPrivate(sticker.formatted(",'emoji':'😭','set_name':'Cats'"))))
                .isEqualTo("said 😭");
        assertThat(brief(inPrivate(sticker.formatted("")))).isEqualTo("wordless");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'photo':[{'file_id':'A','file_unique_id':'B','width':1,'height':1}]",
                "'voice':{'file_id':'A','file_unique_id':'B','duration':3}",
                "'video_note':{'file_id':'A','file_unique_id':'B','length':1,'duration':3}",
                "'dice':{'emoji':'🎲','value':3}",
                "'location':{'longitude':1.5,'latitude':41.2}",
                "'poll':{'id':'1','question':'?','options':[],'total_voter_count':0,'is_closed':false,'is_anonymous':true,'type':'regular','allows_multiple_answers':false}",
                "'contact':{'phone_number':'1','first_name':'Ana'}",
                "'animation':{'file_id':'A','file_unique_id':'B','width':1,'height':1,'duration':3},'document':{'file_id':'A','file_unique_id':'B'}",
                "'photo':[{'file_id':'A','file_unique_id':'B','width':1,'height':1}],'caption':' '",
                "'text':' \\u200b '",
                "'text':'\\u200b'",
                "'text':''"
            })
    void thereIsNothingToReadInThese(String content) {
        assertThat(brief(inPrivate(content))).isEqualTo("wordless");
    }

    @Test
    void anAlbumIsNotAnsweredPictureByPicture() {
        String picture = "'media_group_id':'9','photo':[{'file_id':'A','file_unique_id':'B','width':1,'height':1}]";

        assertThat(brief(inPrivate(picture))).isEqualTo("ignored");
        assertThat(brief(inPrivate(picture + ",'caption':'mi verano'"))).isEqualTo("said mi verano");
    }

    @Test
    void aFileIsSentWithItsCaption() {
        Person ana = new Person(42, null, Language.SPANISH, null);

        assertThat(inPrivate(FILE + ",'caption':'/import@EmotiTuneBot dry'"))
                .isEqualTo(new Inbound.Sent(Chat.of(42), ana, 5, "BQAC", "songs.csv", 2048, "/import dry"));
        assertThat(inPrivate("'document':{'file_id':'BQAC','file_unique_id':'AgAD'}"))
                .isEqualTo(new Inbound.Sent(Chat.of(42), ana, 5, "BQAC", "", -1, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pinned_message':{'message_id':4,'date':1789999999,'chat':{'id':42,'type':'private'},'text':'hola'}",
                "'message_auto_delete_timer_changed':{'message_auto_delete_time':86400}",
                "'write_access_allowed':{'from_request':true}",
                "'successful_payment':{'currency':'XTR','total_amount':1,'invoice_payload':'a','telegram_payment_charge_id':'b','provider_payment_charge_id':'c'}",
                "'something_new':{'text':'hola'}"
            })
    void whatTelegramItselfTellsIsNotForTheBot(String content) {
        assertThat(brief(inPrivate(content))).isEqualTo("ignored");
    }

    @Test
    void botsAndSongsSentThroughTheBotAreNotRead() {
        assertThat(brief(read(message(PRIVATE, OTHER_BOT, "'text':'hola'")))).isEqualTo("ignored");
        assertThat(brief(inPrivate("'text':'Hurt - Johnny Cash','via_bot':" + OUR_BOT)))
                .isEqualTo("ignored");
        assertThat(brief(inPrivate("'text':'hola','via_bot':" + OTHER_BOT))).isEqualTo("said hola");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edited_message", "business_message", "edited_business_message", "edited_channel_post"})
    void otherKindsOfMessagesAreNotRead(String kind) {
        String message = message(PRIVATE, ANA, "'text':'hola','edit_date':1790000009");

        assertThat(brief(read(message.replaceFirst("message", kind)))).isEqualTo("ignored");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "es, SPANISH, -",
                "es-MX, SPANISH, MX",
                "es_ar, SPANISH, AR",
                "es-419, SPANISH, -",
                "ca, SPANISH, -",
                "gl-ES, SPANISH, ES",
                "eu, SPANISH, -",
                "ast, SPANISH, -",
                "en, ENGLISH, -",
                "en-GB, ENGLISH, GB",
                "pt-br, ENGLISH, BR",
                "zh-hans, ENGLISH, -",
                "est, ENGLISH, -",
                "'', ENGLISH, -",
                "!?, ENGLISH, -"
            })
    void localeAndCountryComeFromTheLanguageOfTheirTelegram(String tag, Language locale, String country) {
        Inbound said = read(
                message(PRIVATE, ANA.replace("'language_code':'es'", "'language_code':'" + tag + "'"), "'text':'x'"));

        assertThat(said).isInstanceOfSatisfying(Inbound.Said.class, it -> {
            assertThat(it.person().locale()).isEqualTo(locale);
            assertThat(it.person().country()).isEqualTo(country);
        });
    }

    @Test
    void withoutALanguageItIsEnglish() {
        assertThat(read(message(PRIVATE, "{'id':42,'is_bot':false,'first_name':'Ana'}", "'text':'x'")))
                .isEqualTo(new Inbound.Said(Chat.of(42), new Person(42, null, Language.ENGLISH, null), 5, "x"));
    }
}
