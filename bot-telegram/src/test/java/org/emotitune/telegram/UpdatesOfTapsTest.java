package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.telegram.Updates.ANA;
import static org.emotitune.telegram.Updates.CHANNEL;
import static org.emotitune.telegram.Updates.OUR_BOT;
import static org.emotitune.telegram.Updates.PRIVATE;
import static org.emotitune.telegram.Updates.SUPERGROUP;
import static org.emotitune.telegram.Updates.brief;
import static org.emotitune.telegram.Updates.read;
import static org.emotitune.telegram.Updates.replyTo;

import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Taps, inline queries, and who throws the bot out. */
class UpdatesOfTapsTest {
    private static final Person PERSON = new Person(42, null, Language.SPANISH, null);
    private static final String BELOW =
            "'message':{'message_id':9,'date':1790000000,'chat':%s,'from':" + OUR_BOT + ",'text':'songs'%s}";

    private static Inbound tap(String content) {
        return read("'callback_query':{'id':'4382bfdwdsb','from':%s,'chat_instance':'-31'%s}".formatted(ANA, content));
    }

    private static Inbound.Tapped unseen(String action) {
        return new Inbound.Tapped("4382bfdwdsb", PERSON, null, null, null, null, action);
    }

    @Test
    void aTapTellsItsMessageWithEverythingThatIsToBeKept() {
        String keyboard = ",'reply_markup':{'inline_keyboard':[[{'text':'Más','callback_data':'more:2'}]]}";
        String topic = ",'message_thread_id':3,'is_topic_message':true,";

        Inbound tapped = tap(",'data':'more:2'," + BELOW.formatted(SUPERGROUP, keyboard + topic + replyTo(ANA)));

        assertThat(tapped).isInstanceOfSatisfying(Inbound.Tapped.class, tap -> {
            assertThat(tap.query()).isEqualTo("4382bfdwdsb");
            assertThat(tap.person()).isEqualTo(PERSON);
            assertThat(tap.chat()).isEqualTo(new Chat(-10077, Chat.Kind.GROUP, true, 3));
            assertThat(tap.message()).isEqualTo(9);
            assertThat(tap.inReplyTo()).isEqualTo(4);
            assertThat(tap.action()).isEqualTo("more:2");
            assertThat(tap.keyboard())
                    .isNotNull()
                    .extracting(it -> it.getKeyboard().getFirst().getFirst().getText())
                    .isEqualTo("Más");
        });
    }

    @Test
    void aTapOnAMessageWithoutMoreHasNoMoreToTell() {
        assertThat(tap(",'data':'x'," + BELOW.formatted(PRIVATE, "")))
                .isEqualTo(new Inbound.Tapped("4382bfdwdsb", PERSON, Chat.of(42), 9, null, null, "x"));
    }

    @Test
    void aTapIsToBeAnsweredWhereverTheButtonIs() {
        assertThat(tap(",'data':'x','message':{'message_id':9,'date':0,'chat':" + PRIVATE + "}"))
                .isEqualTo(unseen("x"));
        assertThat(tap(",'data':'x','inline_message_id':'AQAA'")).isEqualTo(unseen("x"));
        assertThat(tap(",'inline_message_id':'AQAA'")).isEqualTo(unseen(""));
        assertThat(tap(",'game_short_name':'chess','inline_message_id':'AQAA'")).isEqualTo(unseen(""));
        assertThat(tap(",'data':'x','message':{'message_id':9,'date':1790000000}"))
                .isEqualTo(unseen("x"));
    }

    @Test
    void anInlineQueryIsAskedAsItWasTyped() {
        assertThat(read("'inline_query':{'id':'77','from':%s,'query':' Triste ','offset':'','chat_type':'sender'}"
                        .formatted(ANA)))
                .isEqualTo(new Inbound.Asked("77", PERSON, " Triste "));
        assertThat(read("'inline_query':{'id':'77','from':%s,'query':'','offset':''}".formatted(ANA)))
                .isEqualTo(new Inbound.Asked("77", PERSON, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "kicked, gone 42",
        "left, gone 42",
        "member, ignored",
        "administrator, ignored",
        "restricted, ignored",
        "hidden, ignored"
    })
    void theBotIsGoneWhereItWasPutOut(String status, String read) {
        String before = "'old_chat_member':{'status':'member','user':%s}".formatted(OUR_BOT);
        String now = "'new_chat_member':{'status':'%s','user':%s,'until_date':0}".formatted(status, OUR_BOT);

        assertThat(brief(read("'my_chat_member':{'chat':%s,'from':%s,'date':1790000000,%s,%s}"
                        .formatted(PRIVATE, ANA, before, now))))
                .isEqualTo(read);
    }

    @Test
    void channelsPutTheBotOutToo() {
        assertThat(read("'my_chat_member':{'chat':%s,'from':%s,'date':1,'new_chat_member':{'status':'left','user':%s}}"
                        .formatted(CHANNEL, ANA, OUR_BOT)))
                .isEqualTo(new Inbound.Gone(new Chat(-10099, Chat.Kind.CHANNEL, false, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'chosen_inline_result':{'result_id':'1','from':{'id':42,'is_bot':false,'first_name':'Ana'},'query':'sad'}",
                "'chat_member':{'chat':{'id':-77,'type':'group'},'from':{'id':42,'first_name':'A','is_bot':false},'date':1,'new_chat_member':{'status':'left','user':{'id':43,'first_name':'A','is_bot':false}}}",
                "'poll':{'id':'1'}",
                "'message_reaction':{'chat':{'id':42,'type':'private'},'message_id':9,'date':1,'old_reaction':[],'new_reaction':[]}",
                "'something_new':{'id':1}",
                "'message':{}",
                "'message':null",
                "'message':{'message_id':5,'text':'hola'}",
                "'message':{'chat':{'id':42,'type':'private'},'from':{'id':42,'first_name':'A','is_bot':false},'text':'hola'}",
                "'message':{'message_id':5,'chat':{'id':42,'type':'private'},'text':'hola'}",
                "'message':{'message_id':5,'chat':{'id':42,'type':'island'},'from':{'id':42,'first_name':'A','is_bot':false},'text':'hola'}",
                "'callback_query':{'id':'1','data':'x'}",
                "'callback_query':{'from':{'id':42,'first_name':'A','is_bot':false},'data':'x'}",
                "'my_chat_member':{'new_chat_member':{'status':'left'}}"
            })
    void everythingElseIsNothingForTheBot(String what) {
        assertThat(brief(read(what))).isEqualTo("ignored");
    }
}
