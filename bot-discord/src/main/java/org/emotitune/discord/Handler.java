package org.emotitune.discord;

import java.util.Optional;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.emotitune.discord.CustomId.Kind;

/** Hands each event to whom it concerns. Returns at once. */
final class Handler implements EventListener {
    private final Interactions interactions;
    private final Mentions mentions;
    private final GroupRounds rounds;
    private final AdminRoom admins;
    private final OpenRooms rooms;

    Handler(Interactions interactions, Mentions mentions, GroupRounds rounds, AdminRoom admins, OpenRooms rooms) {
        this.interactions = interactions;
        this.mentions = mentions;
        this.rounds = rounds;
        this.admins = admins;
        this.rooms = rooms;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case SlashCommandInteractionEvent command -> asked(command);
            case MessageContextInteractionEvent command -> interactions.onMessage(command);
            case CommandAutoCompleteInteractionEvent typed -> interactions.completion(typed);
            case ButtonInteractionEvent tap -> tapped(tap);
            case StringSelectInteractionEvent choice ->
                interactions.chosen(choice, known(choice.getComponentId(), Kind.CHOICE));
            case MessageReceivedEvent message -> mentions.received(message);
            case ChannelDeleteEvent gone -> rooms.gone(gone.getChannel().getIdLong());
            case GuildLeaveEvent left ->
                left.getGuild().getChannels().forEach(channel -> rooms.gone(channel.getIdLong()));
            default -> {} // the library tells of much more
        }
    }

    private void asked(SlashCommandInteractionEvent command) {
        if (AdminRoom.isCommand(command.getName())) {
            admins.command(command);
        } else if (command.getName().equals(SlashCommands.GROUP_MOOD)) {
            rounds.start(command);
        } else {
            interactions.command(command);
        }
    }

    private void tapped(ButtonInteractionEvent tap) {
        CustomId id = known(tap.getComponentId(), Kind.TAP);
        switch (id.kind()) {
            case TAP, CHOICE -> interactions.tapped(tap, id);
            case MOOD -> rounds.tapped(tap, id);
            case COMMAND -> interactions.commanded(tap, id);
            case ADMIN -> admins.tapped(tap, id.action());
        }
    }

    /** What this bot never made is asked about like the rest: the conversation says that it knows no such button. */
    private static CustomId known(String id, Kind otherwise) {
        Optional<CustomId> known = CustomId.of(id);
        return known.orElseGet(() -> new CustomId(otherwise, 0, "-"));
    }
}
