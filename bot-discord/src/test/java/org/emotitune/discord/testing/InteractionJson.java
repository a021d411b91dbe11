package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** INTERACTION_CREATE, see https://discord.com/developers/docs/interactions/receiving-and-responding. */
final class InteractionJson {
    private static final int IN_SERVER = 0;
    private static final int WITH_BOT = 1;
    private static final int AMONG_PEOPLE = 2;
    private static final String SERVER_INSTALL = "0";
    private static final String USER_INSTALL = "1";
    private static final int BIGGEST_FILE = 10 << 20;

    private InteractionJson() {}

    static ObjectNode of(Use use, LocalInteraction interaction) {
        LocalChannel channel = use.voice().channel();
        Person person = use.voice().person();
        ObjectNode json = Json.object()
                .put("id", Json.id(interaction.id()))
                .put("application_id", Json.id(BotAccount.ID))
                .put("type", interaction.kind().code())
                .put("token", interaction.token())
                .put("version", 1)
                .put("channel_id", Json.id(channel.id()))
                .put("locale", person.locale())
                .put("context", context(channel))
                .put("app_permissions", Json.id(ofApp(channel, person)))
                .put("attachment_size_limit", BIGGEST_FILE);
        json.set("data", use.data());
        json.set("channel", channel.json().put("permissions", Json.id(Reach.permissions(channel, person.id()))));
        json.putArray("entitlements");
        json.set("authorizing_integration_owners", owners(channel, person));
        if (interaction.source() != null) {
            json.set("message", interaction.source().raw().deepCopy());
        }
        channel.server()
                .ifPresentOrElse(
                        server -> addServer(json, server, channel, person), () -> json.set("user", person.json()));
        return json;
    }

    private static void addServer(ObjectNode json, LocalServer server, LocalChannel channel, Person person) {
        ObjectNode member =
                server.member(person.id()).put("permissions", Json.id(Reach.permissions(channel, person.id())));
        json.put("guild_id", Json.id(server.id())).put("guild_locale", server.locale());
        json.set("guild", ServerJson.partial(server));
        json.set("member", member);
    }

    static int context(LocalChannel channel) {
        return channel.server().isPresent() ? IN_SERVER : channel.isDirect() ? WITH_BOT : AMONG_PEOPLE;
    }

    /** Whether the bot is in the server, or it is the bot's own direct channel. */
    static boolean isInstalled(LocalChannel channel) {
        return channel.server().map(LocalServer::hasBot).orElse(channel.isDirect());
    }

    private static ObjectNode owners(LocalChannel channel, Person person) {
        ObjectNode owners = Json.object();
        if (isInstalled(channel)) {
            owners.put(SERVER_INSTALL, Json.id(channel.serverId()));
        }
        if (person.hasInstalled()) {
            owners.put(USER_INSTALL, Json.id(person.id()));
        }
        return owners;
    }

    /** Where the bot is not, it may do no more than the person. */
    private static long ofApp(LocalChannel channel, Person person) {
        long there = Reach.permissions(channel, person.id()) & Reach.IN_DIRECT;
        return isInstalled(channel) ? Reach.permissions(channel, BotAccount.ID) : there;
    }
}
