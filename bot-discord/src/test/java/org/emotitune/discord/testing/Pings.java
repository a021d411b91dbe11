package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.Permission;

/** Who is notified, see https://discord.com/developers/docs/resources/message#allowed-mentions-object. */
final class Pings {
    private static final Pattern USER = Pattern.compile("<@!?(\\d{1,20})>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

    private Pings() {}

    /** Into the message: those whom it names, as far as "allowed_mentions" of what was asked allow; without, all. */
    static void add(World world, LocalChannel channel, ObjectNode message, JsonNode asked) {
        JsonNode allowed = asked.path("allowed_mentions");
        Set<Long> pinged = new LinkedHashSet<>();
        Matcher names = USER.matcher(message.path("content").asText());
        while (names.find()) {
            long user = Long.parseUnsignedLong(names.group(1));
            if (allowed.isMissingNode() || parses(allowed, "users") || lists(allowed, user)) {
                pinged.add(user);
            }
        }
        if (message.has("referenced_message")
                && (allowed.isMissingNode() || allowed.path("replied_user").asBoolean())) {
            pinged.add(Json.id(message.path("referenced_message").path("author").path("id")));
        }
        pinged.forEach(user -> message.withArray("mentions").add(user(world, user)));
        boolean everyone = EVERYONE.matcher(message.path("content").asText()).find()
                && (allowed.isMissingNode() || parses(allowed, "everyone"))
                && Reach.may(channel, Json.id(message.path("author").path("id")), Permission.MESSAGE_MENTION_EVERYONE);
        message.put("mention_everyone", everyone);
    }

    private static boolean parses(JsonNode allowed, String kind) {
        return StreamSupport.stream(allowed.path("parse").spliterator(), false)
                .anyMatch(one -> one.asText().equals(kind));
    }

    private static boolean lists(JsonNode allowed, long user) {
        return StreamSupport.stream(allowed.path("users").spliterator(), false).anyMatch(one -> Json.id(one) == user);
    }

    private static ObjectNode user(World world, long id) {
        return id == BotAccount.ID ? BotAccount.user() : world.person(id).json();
    }
}
