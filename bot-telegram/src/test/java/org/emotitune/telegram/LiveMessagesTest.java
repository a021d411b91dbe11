package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.emotitune.telegram.testing.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people send to a bot. */
@Timeout(180)
class LiveMessagesTest {
    private static final String PHOTO = "'photo':[{'file_id':'p','file_unique_id':'u','width':90,'height':90}]";
    private static final String STICKER = "'sticker':{'file_id':'s','file_unique_id':'u','type':'regular','width':512,"
            + "'height':512,'is_animated':false,'is_video':false%s}";

    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'voice':{'file_id':'v','file_unique_id':'u','duration':3}",
                PHOTO,
                "'video_note':{'file_id':'v','file_unique_id':'u','length':240,'duration':3}",
                "'location':{'latitude':40.4,'longitude':-3.7}",
                "'poll':{'id':'1','question':'q','options':[],'total_voter_count':0,'is_closed':false}",
                "'dice':{'emoji':'🎲','value':3}"
            })
    void whatHasNoWordsIsAskedForThem(String content) {
        Person ana = bot.person("Ana", "es");

        Shown answer = bot.next(ana.chat(), () -> ana.sends(json(content)));

        assertThat(answer.text()).startsWith("Solo sé leer texto.");
        assertThat(answer.replyTo()).isEqualTo(1);
    }

    @Test
    void filesOfNoAdminAreReadByTheirCaptionOrNotAtAll() {
        Person eve = bot.person("Eve", "en");

        Shown silent = bot.next(eve.chat(), () -> eve.privately().sends(Upload.of("songs.csv", "title\nx\n"), ""));
        Shown said = bot.next(eve.chat(), () -> eve.privately().sends(Upload.of("songs.csv", "t\nx\n"), "I feel sad"));

        assertThat(silent.text()).startsWith("I can only read text.");
        assertThat(said.text()).contains("Songs that feel the same");
    }

    @Test
    void anAlbumIsAnsweredOnceByItsCaption() {
        Person ana = bot.person("Ana", "es");

        Shown answer = bot.next(ana.chat(), () -> {
            ana.sends(json("'media_group_id':'7','caption':'qué feliz soy'," + PHOTO));
            ana.sends(json("'media_group_id':'7'," + PHOTO));
            ana.sends(json("'media_group_id':'7'," + PHOTO));
        });
        bot.answer(ana, "/ayuda");

        assertThat(answer.text()).contains("Canciones que se sienten igual");
        assertThat(ana.chat().ofBot()).hasSize(2);
    }

    @Test
    void manyPicturesAreAnsweredOnce() {
        Person eve = bot.person("Eve", "en");

        for (int i = 0; i < 5; i++) {
            eve.sends(json(PHOTO));
        }
        bot.next(eve.chat(), () -> {});
        eve.says("/help");
        bot.telegram().until(() -> eve.chat().answer().text().startsWith("Tell me"));

        assertThat(eve.chat().ofBot()).hasSize(2);
    }

    @Test
    void aStickerSaysWhatItsEmojiSays() {
        Person ana = bot.person("Ana", "es");

        Shown sad = bot.next(ana.chat(), () -> ana.sends(json(STICKER.formatted(",'emoji':'😭'"))));
        Shown mute = bot.next(ana.chat(), () -> ana.sends(json(STICKER.formatted(""))));

        assertThat(sad.links()).hasSize(5);
        assertThat(mute.text()).startsWith("Solo sé leer texto.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😭😭😭", "❤️", "👨‍👩‍👧‍👦 🥳", "😊"})
    void anEmojiIsAFeeling(String emoji) {
        assertThat(bot.answer(bot.person("Eve", "en"), emoji).links()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>estoy triste</b> & <script>alert(1)</script>",
                "estoy triste </a></b>]]> &lt; &#0; <",
                "*estoy* _triste_ [x](tg://user?id=1) `code` ||x||",
                "estoy triste \u202Eetsirt\u0000\uFFFF",
                "estoy triste \uD83D"
            })
    void markupInAMessageIsNeitherReadNorShown(String text) {
        Shown answer = bot.answer(bot.person("Ana", "es"), text);

        assertThat(answer.text()).contains("Canciones que se sienten igual").doesNotContain("script", "tg://", "&lt;");
        assertThat(answer.links()).hasSize(5).allMatch(link -> link.startsWith("https://open.spotify.com/"));
    }

    @Test
    void theLongestMessageIsRead() {
        Person eve = bot.person("Eve", "en");
        String longest = "I am so sad. " + "x".repeat(4_096 - 13);

        Shown answer = bot.answer(eve, longest);

        assertThat(answer.text()).startsWith("I hear: sadness").doesNotContain("xx");
    }

    @Test
    void whatIsEditedOrToldByTelegramItselfIsNotAnswered() {
        Person ana = bot.person("Ana", "es");
        int message = ana.says("estoy triste");
        bot.next(ana.chat(), () -> {});

        ana.privately().edits(message, "estoy contenta");
        ana.privately().reacts(message, "👍");
        ana.sends(json("'pinned_message':{'message_id':1,'date':0,'chat':{'id':1,'type':'private'}}"));
        ana.sends(json("'something_new':{'of':'next year'}"));

        assertThat(bot.answer(ana, "/ayuda").text()).startsWith("Cuéntame");
        assertThat(ana.chat().ofBot()).hasSize(2);
    }

    @Test
    void messagesOfAPersonAreAnsweredInTheirOrder() {
        Person eve = bot.person("Eve", "en");
        LocalChat chat = eve.chat();

        List.of("/help", "I am sad", "/privacy", "I am happy").forEach(eve::says);
        bot.telegram().until(() -> chat.ofBot().size() == 4);

        assertThat(chat.ofBot())
                .extracting(Shown::text)
                .satisfiesExactly(
                        help -> assertThat(help).startsWith("Tell me how you feel"),
                        sad -> assertThat(sad).startsWith("I hear: sadness"),
                        privacy -> assertThat(privacy).startsWith("What you write"),
                        happy -> assertThat(happy).startsWith("I hear: happiness"));
    }

    @Test
    void whoWritesFasterThanTheBotAnswersIsAnsweredEachTime() {
        Person ana = bot.person("Ana", "es");

        for (int i = 0; i < 12; i++) {
            ana.says("estoy triste");
        }
        bot.telegram().until(() -> ana.chat().ofBot().size() == 12);

        assertThat(ana.chat().ofBot())
                .extracting(Shown::text)
                .allMatch(
                        text -> text.contains("Canciones") || text.contains("Todavía estoy con lo que me has enviado"));
    }

    private static ObjectNode json(String content) {
        try {
            return (ObjectNode) Updates.json().readTree("{" + content + "}");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(content, e);
        }
    }
}
