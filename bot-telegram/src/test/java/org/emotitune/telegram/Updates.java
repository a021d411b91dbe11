package org.emotitune.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Updates as the Bot API describes them, written with single quotes. The bot is 4242, @EmotiTuneBot. */
final class Updates {
    static final TelegramUpdates READER = new TelegramUpdates(4242, "EmotiTuneBot");

    static final String ANA =
            "{'id':42,'is_bot':false,'first_name':'Ana','username':'ana','language_code':'es','is_premium':true}";
    static final String OUR_BOT = "{'id':4242,'is_bot':true,'first_name':'EmotiTune','username':'EmotiTuneBot'}";
    static final String OTHER_BOT = "{'id':4343,'is_bot':true,'first_name':'Dice','username':'DiceBot'}";
    static final String ANONYMOUS =
            "{'id':1087968824,'is_bot':true,'first_name':'Group','username':'GroupAnonymousBot'}";

    static final String PRIVATE = "{'id':42,'first_name':'Ana','username':'ana','type':'private'}";
    static final String GROUP = "{'id':-77,'title':'Friends','type':'group','all_members_are_administrators':true}";
    static final String SUPERGROUP = "{'id':-10077,'title':'Friends','username':'friends','type':'supergroup'}";
    static final String CHANNEL = "{'id':-10099,'title':'Operations','type':'channel'}";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    private Updates() {}

    static ObjectMapper json() {
        return JSON;
    }

    static Update parse(String json) {
        try {
            return JSON.readValue(json, Update.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** @param what "'message':{…}" */
    static Inbound read(String what) {
        return READER.read(parse("{'update_id':1," + what + "}"));
    }

    /** @param content "'text':'hola'" and so on */
    static String message(String chat, String from, String content) {
        return "'message':{'message_id':5,'date':1790000000,'chat':%s,'from':%s,%s}".formatted(chat, from, content);
    }

    static Inbound inPrivate(String content) {
        return read(message(PRIVATE, ANA, content));
    }

    static Inbound inGroup(String content) {
        return read(message(SUPERGROUP, ANA, content));
    }

    static Inbound inChannel(String content) {
        return read("'channel_post':{'message_id':6,'date':1790000000,'chat':%s,'sender_chat':%s,%s}"
                .formatted(CHANNEL, CHANNEL, content));
    }

    static String replyTo(String from) {
        return "'reply_to_message':{'message_id':4,'date':1789999999,'chat':%s,'from':%s,'text':'eso'}"
                .formatted(SUPERGROUP, from);
    }

    static String text(String text, String... marks) {
        return "'text':'%s','entities':[%s]".formatted(text, String.join(",", marks));
    }

    static String mark(String type, int offset, int length) {
        return "{'type':'%s','offset':%d,'length':%d}".formatted(type, offset, length);
    }

    /** The kind of an inbound, and what was said: "said hola". */
    static String brief(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Said said -> "said " + said.text();
            case Inbound.Overheard(Inbound.Said said) -> "overheard " + said.text();
            case Inbound.Sent sent -> "sent " + sent.caption();
            case Inbound.Tapped tapped -> "tapped " + tapped.action();
            case Inbound.Asked asked -> "asked " + asked.text();
            case Inbound.Wordless ignored -> "wordless";
            case Inbound.Migrated(long from, long to) -> "migrated " + from + " " + to;
            case Inbound.Gone gone -> "gone " + gone.chat().id();
            case Inbound.Ignored ignored -> "ignored";
        };
    }
}
