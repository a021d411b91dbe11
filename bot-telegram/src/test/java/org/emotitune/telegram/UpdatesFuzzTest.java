package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Updates with fields missing or of another kind: whatever the library still parses is read without an exception. */
class UpdatesFuzzTest {
    private static final int VARIANTS = 20_000;

    private static final List<String> VALUES = List.of(
            "null",
            "''",
            "'x'",
            "'7'",
            "0",
            "-1",
            "7",
            "2147483647",
            "true",
            "false",
            "{}",
            "[]",
            "[null]",
            "[{}]",
            "' '",
            "'/start '",
            "'@EmotiTuneBot'",
            "'es-'",
            "'private'",
            "'channel'",
            "'left'",
            "4242");

    private static final List<String> SEEDS = List.of("""
            {'update_id':1,'message':{'message_id':5,'date':1790000000,
             'chat':{'id':-10077,'title':'Friends','username':'friends','type':'supergroup','is_forum':true},
             'from':{'id':42,'is_bot':false,'first_name':'Ana','username':'ana','language_code':'es-MX'},
             'message_thread_id':3,'is_topic_message':true,
             'reply_to_message':{'message_id':4,'date':1,'chat':{'id':-10077,'type':'supergroup'},
               'from':{'id':4242,'is_bot':true,'first_name':'EmotiTune'},'text':'songs'},
             'text':'😭 @EmotiTuneBot, hola','entities':[{'type':'mention','offset':3,'length':13},
               {'type':'text_mention','offset':0,'length':2,'user':{'id':4242,'is_bot':true,'first_name':'E'}}]}}
            """, """
            {'update_id':2,'message':{'message_id':5,'date':1790000000,'chat':{'id':42,'type':'private','first_name':'Ana'},
             'from':{'id':42,'is_bot':false,'first_name':'Ana','language_code':'en'},
             'text':'/start@EmotiTuneBot sad-song','entities':[{'type':'bot_command','offset':0,'length':19}]}}
            """, """
            {'update_id':3,'message':{'message_id':5,'date':1790000000,'chat':{'id':-77,'type':'group','title':'F'},
             'from':{'id':42,'is_bot':false,'first_name':'Ana'},'via_bot':{'id':4343,'is_bot':true,'first_name':'D'},
             'document':{'file_id':'BQAC','file_unique_id':'AgAD','file_name':'a.csv','file_size':2048},
             'caption':'/import','caption_entities':[{'type':'bot_command','offset':0,'length':7}],
             'media_group_id':'9'}}
            """, """
            {'update_id':4,'message':{'message_id':5,'date':1790000000,'chat':{'id':42,'type':'private'},
             'from':{'id':42,'is_bot':false,'first_name':'Ana'},
             'sticker':{'file_id':'A','file_unique_id':'B','type':'regular','width':9,'height':9,'emoji':'😭'}}}
            """, """
            {'update_id':5,'channel_post':{'message_id':6,'date':1790000000,
             'chat':{'id':-10099,'title':'Operations','type':'channel'},
             'sender_chat':{'id':-10099,'title':'Operations','type':'channel'},'text':'/reindex'}}
            """, """
            {'update_id':6,'message':{'message_id':5,'date':1790000000,'chat':{'id':-77,'type':'group'},
             'from':{'id':1087968824,'is_bot':true,'first_name':'Group'},'sender_chat':{'id':-77,'type':'group'},
             'migrate_to_chat_id':-1001234567890}}
            """, """
            {'update_id':7,'callback_query':{'id':'438','from':{'id':42,'is_bot':false,'first_name':'Ana'},
             'chat_instance':'-31','data':'more:2','message':{'message_id':9,'date':1790000000,
               'chat':{'id':42,'type':'private'},'from':{'id':4242,'is_bot':true,'first_name':'E'},'text':'songs',
               'reply_to_message':{'message_id':4,'date':1,'chat':{'id':42,'type':'private'},'text':'hola'},
               'reply_markup':{'inline_keyboard':[[{'text':'Más','callback_data':'more:2'}]]}}}}
            """, """
            {'update_id':8,'inline_query':{'id':'77','from':{'id':42,'is_bot':false,'first_name':'Ana',
             'language_code':'ca'},'query':'triste','offset':'','chat_type':'sender'}}
            """, """
            {'update_id':9,'my_chat_member':{'chat':{'id':42,'type':'private'},'date':1,
             'from':{'id':42,'is_bot':false,'first_name':'Ana'},
             'old_chat_member':{'status':'member','user':{'id':4242,'is_bot':true,'first_name':'E'}},
             'new_chat_member':{'status':'kicked','user':{'id':4242,'is_bot':true,'first_name':'E'},'until_date':0}}}
            """);

    private final Random random = new Random(6);

    @Test
    void noUpdateThatCanBeParsedIsTooBrokenToRead() throws Exception {
        List<JsonNode> seeds = parsed(SEEDS);
        List<JsonNode> values = parsed(VALUES);
        Map<Class<?>, Integer> kinds = new HashMap<>();
        int parsed = 0;
        while (parsed < VARIANTS) {
            JsonNode variant = seeds.get(random.nextInt(seeds.size())).deepCopy();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                change(variant, values.get(random.nextInt(values.size())));
            }
            Update update = parse(variant);
            if (update != null) {
                kinds.merge(read(update, variant).getClass(), 1, Integer::sum);
                parsed++;
            }
        }

        assertThat(kinds).hasSize(Inbound.class.getPermittedSubclasses().length);
        assertThat(kinds.values()).allMatch(often -> often >= 50);
    }

    private static List<JsonNode> parsed(List<String> texts) throws JsonProcessingException {
        List<JsonNode> parsed = new ArrayList<>();
        for (String text : texts) {
            parsed.add(Updates.json().readTree(text));
        }
        return parsed;
    }

    private static Inbound read(Update update, JsonNode json) {
        try {
            Inbound inbound = Updates.READER.read(update);
            if (inbound instanceof Inbound.Said said) {
                assertThat(said.text()).isNotEmpty();
            }
            assertThat(Updates.READER.read(update)).isEqualTo(inbound);
            return inbound;
        } catch (RuntimeException e) {
            return fail(json.toString(), e);
        }
    }

    /** @return null where the library refuses it */
    private static @Nullable Update parse(JsonNode json) {
        try {
            return Updates.json().treeToValue(json, Update.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Removes or replaces any field. */
    private void change(JsonNode json, JsonNode value) {
        List<Runnable> places = new ArrayList<>();
        boolean remove = random.nextInt(3) == 0;
        collect(json, value, remove, places);
        if (!places.isEmpty()) {
            places.get(random.nextInt(places.size())).run();
        }
    }

    private static void collect(JsonNode json, JsonNode value, boolean remove, List<Runnable> places) {
        if (json instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                places.add(() -> {
                    var unused = remove ? object.remove(name) : object.replace(name, value.deepCopy());
                });
                collect(object.get(name), value, remove, places);
            });
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> {
                    var unused = remove ? array.remove(at) : array.set(at, value.deepCopy());
                });
                collect(array.get(i), value, remove, places);
            }
        }
    }
}
