package org.emotitune.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Updates as they arrive. One that the library cannot read takes no other with it, and does not come for ever. */
final class ReceivedUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(ReceivedUpdates.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "update_id";

    private ReceivedUpdates() {}

    static boolean isUpdate(JsonNode json) {
        return json.path(ID).canConvertToInt();
    }

    /**
     * @param json {@linkplain #isUpdate an update}
     * @return with nothing but its id where the library cannot read it
     */
    static Update read(JsonNode json) {
        try {
            return JSON.treeToValue(json, Update.class);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn(
                    "An update is passed over, for it cannot be read ({}).",
                    e.getClass().getSimpleName());
            Update unread = new Update();
            unread.setUpdateId(json.path(ID).intValue());
            return unread;
        }
    }
}
