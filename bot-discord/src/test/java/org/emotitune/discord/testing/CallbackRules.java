package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.emotitune.discord.testing.Rules.Problem;

/**
 * How an interaction may be answered: https://docs.discord.com/developers/interactions/receiving-and-responding. Forms,
 * pongs and activities are left out: this bot has none.
 */
final class CallbackRules {
    private static final int MESSAGE = 4;
    private static final int MESSAGE_LATER = 5;
    private static final int UPDATE_LATER = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;

    private static final int MOST_CHOICES = 25;

    private CallbackRules() {}

    static Optional<Problem> check(Spot body, List<UploadedFile> files) {
        Spot data = body.at("data");
        body.at("type").required().oneOf(MESSAGE, MESSAGE_LATER, UPDATE_LATER, UPDATE, CHOICES);
        int type = body.at("type").value().asInt();
        if (type != CHOICES && data.at("choices").isThere()) {
            data.at("choices").refuse("INTERACTION_CHOICES_INVALID", "Choices answer an autocompletion alone.");
        }
        return switch (type) {
            case MESSAGE -> MessageRules.created(body, data, files, MessageRules.FLAGS_OF_ANSWERS);
            case UPDATE -> update(body, data, files);
            case MESSAGE_LATER -> later(body, data, files);
            case CHOICES -> choices(body, data, files);
            default -> nothing(body, data, files);
        };
    }

    private static Optional<Problem> update(Spot body, Spot data, List<UploadedFile> files) {
        MessageRules.check(data, MessageRules.FLAGS_OF_EDITS);
        return MessageRules.files(files).or(body::problem);
    }

    private static Optional<Problem> later(Spot body, Spot data, List<UploadedFile> files) {
        MessageRules.flags(data.at("flags"), MessageRules.FLAGS_OF_ANSWERS);
        return nothing(body, data, files);
    }

    private static Optional<Problem> choices(Spot body, Spot data, List<UploadedFile> files) {
        Spot list = data.at("choices").required();
        list.itemsUpTo(MOST_CHOICES).forEach(ChoiceRules::check);
        return nothing(body, data, files);
    }

    /** Where no message is sent yet, there is nothing that could stand in it. */
    private static Optional<Problem> nothing(Spot body, Spot data, List<UploadedFile> files) {
        JsonNode content = data.value();
        for (String part : List.of("content", "embeds", "components")) {
            if (!content.path(part).isEmpty() || !content.path(part).asText("").isEmpty()) {
                data.at(part).refuse("INTERACTION_DATA_INVALID", "An answer of this type carries no message.");
            }
        }
        if (!files.isEmpty()) {
            data.at("attachments").refuse("INTERACTION_DATA_INVALID", "An answer of this type carries no files.");
        }
        return body.problem();
    }
}
