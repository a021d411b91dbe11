package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/** How the bot answers interactions. */
final class AnswerRoutes {
    private static final String ORIGINAL = "@original";
    private static final int ON_MESSAGE = 23;
    private static final int SLASH = 20;
    /** For people who bring the bot to where it is not installed. */
    private static final int MOST_FOLLOW_UPS = 5;

    private final World world;
    private final Mail mail;

    AnswerRoutes(World world, Mail mail) {
        this.world = world;
        this.mail = mail;
    }

    void addTo(Api api) {
        api.add(Route.CALLBACK, this::acknowledge)
                .add(Route.FOLLOW_UP, this::followUp)
                .add(Route.ANSWER, asked -> told(message(open(asked), asked)))
                .add(Route.EDIT_ANSWER, this::edit)
                .add(Route.DELETE_ANSWER, this::delete);
    }

    private Answer acknowledge(Asked asked) {
        LocalInteraction interaction =
                world.interactions().find(asked.parameters().get(1));
        if (interaction == null || interaction.id() != asked.id(0)) {
            throw Refusal.unknownInteraction();
        }
        if (interaction.isAcknowledged()) {
            throw Refusal.acknowledgedAlready();
        }
        if (interaction.isExpired()) {
            throw Refusal.unknownInteraction();
        }
        Acknowledgement how = Acknowledgement.of(asked.body().path("type").asInt(), interaction.kind());
        Refusal.check(Rules.callback(asked.body(), asked.files()));
        respond(interaction, how, asked.with(asked.body().path("data")));
        interaction.acknowledge(how);
        return asked.flag("with_response") ? Answer.of(response(interaction, how)) : Answer.nothing();
    }

    private void respond(LocalInteraction interaction, Acknowledgement how, Asked data) {
        switch (how) {
            case MESSAGE -> interaction.original(answer(interaction, data, 0));
            case DEFERRED_MESSAGE -> interaction.original(answer(interaction, data, LocalMessage.THINKING));
            case DEFERRED_EDIT -> interaction.original(interaction.source());
            case EDIT -> {
                LocalMessage source = there(interaction.source());
                mail.edit(source, data);
                interaction.original(source);
                interaction.answered();
            }
            case CHOICES -> {
                interaction.suggest(data.body().path("choices"));
                interaction.answered();
            }
        }
    }

    private LocalMessage answer(LocalInteraction interaction, Asked data, int flags) {
        ObjectNode extra = mail.reply(interaction.source());
        if (interaction.source() == null) {
            extra.put("type", interaction.isOnMessage() ? ON_MESSAGE : SLASH);
        }
        extra.put("flags", flags);
        return post(interaction, data, extra);
    }

    private LocalMessage post(LocalInteraction interaction, Asked data, ObjectNode extra) {
        extra.put("webhook_id", Json.id(BotAccount.ID)).put("application_id", Json.id(BotAccount.ID));
        boolean ephemeral = (data.body().path("flags").asInt() & LocalMessage.EPHEMERAL) != 0 || isHushed(interaction);
        long onlyFor = ephemeral ? interaction.person().id() : 0;
        LocalMessage message = mail.fromBot(interaction.channel(), data, extra, onlyFor);
        interaction.answers(message);
        if (!message.isThinking()) {
            interaction.answered();
        }
        return message;
    }

    /** A server can forbid that bots that it has not invited write where all read. */
    private static boolean isHushed(LocalInteraction interaction) {
        LocalChannel channel = interaction.channel();
        return channel.server().isPresent()
                && !InteractionJson.isInstalled(channel)
                && !Reach.may(channel, interaction.person().id(), Permission.USE_EXTERNAL_APPLICATIONS);
    }

    /** The first one takes the place of "is thinking…", and stays as private or public as that. */
    private Answer followUp(Asked asked) {
        LocalInteraction interaction = open(asked);
        LocalMessage original = interaction.original();
        Refusal.check(Rules.followUp(asked.body(), asked.files()));
        if (original != null && interaction.isThinking()) {
            return change(interaction, original, asked);
        }
        if (!InteractionJson.isInstalled(interaction.channel()) && interaction.followUps() >= MOST_FOLLOW_UPS) {
            throw new Refusal(
                    Refusal.BAD_REQUEST,
                    40_094,
                    "This interaction has reached the maximum number of follow-up messages");
        }
        boolean there = original != null && !original.isDeleted();
        return told(post(interaction, asked, mail.reply(there ? original : null)));
    }

    private Answer edit(Asked asked) {
        LocalInteraction interaction = open(asked);
        Refusal.check(Rules.edit(asked.body(), asked.files()));
        return change(interaction, message(interaction, asked), asked);
    }

    private Answer change(LocalInteraction interaction, LocalMessage message, Asked asked) {
        mail.edit(message, asked);
        interaction.answered();
        return told(message);
    }

    private Answer delete(Asked asked) {
        mail.delete(message(open(asked), asked));
        return Answer.nothing();
    }

    /** Throws the refusal for a token that is wrong, over, or whose interaction has not been acknowledged. */
    private LocalInteraction open(Asked asked) {
        LocalInteraction interaction =
                world.interactions().find(asked.parameters().get(1));
        if (asked.id(0) != BotAccount.ID) {
            throw Refusal.unknownWebhook();
        }
        if (interaction == null || interaction.isAfter(LocalInteraction.TO_ANSWER)) {
            throw Refusal.invalidToken();
        }
        if (!interaction.isAcknowledged()) {
            throw Refusal.unknownWebhook();
        }
        return interaction;
    }

    private static LocalMessage message(LocalInteraction interaction, Asked asked) {
        if (asked.parameters().get(2).equals(ORIGINAL)) {
            return there(interaction.original());
        }
        LocalMessage message = there(interaction.channel().all().get(asked.id(2)));
        if (!interaction.owns(message)) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    private static LocalMessage there(@Nullable LocalMessage message) {
        if (message == null || message.isDeleted()) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    private static Answer told(LocalMessage message) {
        return Answer.of(message.raw().deepCopy());
    }

    private static JsonNode response(LocalInteraction interaction, Acknowledgement how) {
        ObjectNode response = Json.object();
        ObjectNode about = response.putObject("interaction")
                .put("id", Json.id(interaction.id()))
                .put("type", interaction.kind().code());
        ObjectNode resource = response.putObject("resource").put("type", how.code());
        LocalMessage message = interaction.original();
        if (message != null && how != Acknowledgement.DEFERRED_EDIT) {
            about.put("response_message_id", Json.id(message.id()))
                    .put("response_message_loading", message.isThinking())
                    .put("response_message_ephemeral", message.isEphemeral());
            resource.set("message", message.raw().deepCopy());
        }
        return response;
    }
}
