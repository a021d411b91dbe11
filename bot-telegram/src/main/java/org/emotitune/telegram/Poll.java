package org.emotitune.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.stream.StreamSupport;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** A call for updates that reads each update by itself: the library's would fail as a whole, and so again and again. */
final class Poll extends GetUpdates {
    private static final int MOST = 100;

    /**
     * @param offset acknowledges the updates before it; 0 acknowledges nothing, and begins with the oldest
     * @param seconds that Telegram may hold the call while there is nothing
     */
    Poll(int offset, int seconds) {
        setOffset(offset);
        setTimeout(seconds);
        setLimit(MOST);
        setAllowedUpdates(UpdateSource.KINDS);
    }

    @Override
    @SuppressWarnings("NonApiType") // the library's
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        JsonNode list = result(answer);
        if (!list.isArray()) {
            return super.deserializeResponse(answer);
        }
        ArrayList<Update> updates = new ArrayList<>();
        StreamSupport.stream(list.spliterator(), false)
                .filter(ReceivedUpdates::isUpdate)
                .map(ReceivedUpdates::read)
                .forEach(updates::add);
        return updates;
    }

    private static JsonNode result(String answer) throws TelegramApiRequestException {
        try {
            return OBJECT_MAPPER.readTree(answer).path("result");
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("no JSON", e);
        }
    }
}
