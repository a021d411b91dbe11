package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The bot as Discord knows it. Its application has the same id. */
final class BotAccount {
    static final long ID = 1_111_111_111_111_111_111L;
    static final String NAME = "EmotiTune";

    private BotAccount() {}

    static ObjectNode user() {
        return Json.object()
                .put("id", Json.id(ID))
                .put("username", NAME)
                .put("discriminator", "4242")
                .putNull("global_name")
                .putNull("avatar")
                .put("bot", true)
                .put("mfa_enabled", true)
                .put("verified", true)
                .put("public_flags", 0)
                .put("flags", 0);
    }

    static ObjectNode application() {
        ObjectNode application = Json.object()
                .put("id", Json.id(ID))
                .put("name", NAME)
                .put("description", "")
                .putNull("icon")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("verify_key", "")
                .put("flags", 0)
                .putNull("team");
        application.set(
                "owner", Json.object().put("id", "2").put("username", "owner").put("discriminator", "0"));
        application.putArray("tags");
        return application;
    }
}
