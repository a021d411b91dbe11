package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The bot itself, the gateway's address, people and servers. */
final class AccountRoutes {
    private static final int STARTS = 1_000;
    private static final int AT_ONCE = 16;

    private final World world;

    AccountRoutes(World world) {
        this.world = world;
    }

    void addTo(Api api) {
        api.add(Route.SELF, asked -> Answer.of(BotAccount.user()))
                .add(Route.APPLICATION, asked -> Answer.of(BotAccount.application()))
                .add(Route.CURRENT_APPLICATION, asked -> Answer.of(BotAccount.application()))
                .add(Route.GATEWAY, asked -> Answer.of(gateway()))
                .add(Route.GATEWAY_BOT, asked -> Answer.of(sharded()))
                .add(Route.USER, asked -> Answer.of(user(asked.id(0))))
                .add(Route.SERVER, asked -> Answer.of(server(asked).json(false)))
                .add(Route.MEMBER, this::member)
                .add(Route.OPEN_DIRECT, this::direct)
                .add(Route.DOWNLOAD, this::download);
    }

    private ObjectNode gateway() {
        return Json.object().put("url", world.gateway().address());
    }

    private ObjectNode sharded() {
        ObjectNode answer = gateway().put("shards", world.gateway().shards());
        answer.putObject("session_start_limit")
                .put("total", STARTS)
                .put("remaining", STARTS)
                .put("reset_after", 0)
                .put("max_concurrency", AT_ONCE);
        return answer;
    }

    private ObjectNode user(long id) {
        return id == BotAccount.ID ? BotAccount.user() : world.person(id).json();
    }

    private LocalServer server(Asked asked) {
        LocalServer server = world.server(asked.id(0));
        if (!server.hasBot()) {
            throw Refusal.missingAccess();
        }
        return server;
    }

    private Answer member(Asked asked) {
        LocalServer server = server(asked);
        long user = asked.id(1);
        if (!server.hasMember(user)) {
            throw new Refusal(Refusal.NOT_FOUND, 10_007, "Unknown Member");
        }
        return Answer.of(server.member(user));
    }

    /** Discord opens it even to those who take no messages; sending fails then. */
    private Answer direct(Asked asked) {
        Person person = world.person(Json.id(asked.body().path("recipient_id")));
        ObjectNode channel = person.directChannel().json();
        channel.putArray("recipients").add(person.json());
        return Answer.of(channel);
    }

    private Answer download(Asked asked) {
        return world.files().file(asked.id(1)).map(Answer::of).orElseThrow(Refusal::noRoute);
    }
}
