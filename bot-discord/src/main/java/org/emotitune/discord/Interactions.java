package org.emotitune.discord;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.emotitune.discord.Exchange.Manner;
import org.emotitune.discord.Questions.Showing;

/** What people ask by commands, menus and buttons. Every method returns at once; thread-safe. */
final class Interactions {
    private final Conversation conversation;
    private final Questions questions;

    Interactions(Conversation conversation, Questions questions) {
        this.conversation = conversation;
        this.questions = questions;
    }

    static Person person(Interaction interaction) {
        return Person.of(
                interaction.getUser().getIdLong(), interaction.getUserLocale().getLocale());
    }

    static Place place(Interaction interaction) {
        Place.Kind kind = switch (interaction.getContext()) {
            case BOT_DM -> Place.Kind.DIRECT;
            case GUILD -> interaction.isFromAttachedGuild() ? Place.Kind.SERVER : Place.Kind.ELSEWHERE;
            case PRIVATE_CHANNEL, UNKNOWN -> Place.Kind.ELSEWHERE;
        };
        return new Place(kind, interaction.getChannelIdLong());
    }

    void command(SlashCommandInteractionEvent event) {
        Map<String, String> options = event.getOptions().stream()
                .collect(Collectors.toMap(OptionMapping::getName, OptionMapping::getAsString));
        Person person = person(event);
        Place place = place(event);
        boolean open = switch (event.getName()) {
            case SlashCommands.RECOMMEND -> !Wanted.of(options).forAskerAlone();
            case SlashCommands.MOOD -> true;
            default -> false;
        };
        IncomingMessage message = Incoming.command(person, place, event.getName(), options);
        questions.ask(event, place, message, Showing.always(open ? Manner.OPEN : Manner.PRIVATE));
    }

    /** The message is somebody else's, so what is found in it concerns nobody but whoever asked. */
    void onMessage(MessageContextInteractionEvent event) {
        Place place = place(event);
        IncomingMessage message =
                Incoming.feeling(person(event), place, event.getTarget().getContentRaw());
        questions.ask(event, place, message, Showing.always(Manner.PRIVATE));
    }

    /** Whoever may be in danger is not asked to choose among feelings. */
    void completion(CommandAutoCompleteInteractionEvent event) {
        String typed = event.getFocusedOption().getValue();
        Person person = person(event);
        boolean urgent = conversation.isUrgent(Incoming.text(person, place(event), typed));
        List<String> choices = urgent
                ? List.of()
                : conversation.suggestions().complete(typed, person.locale(), OptionData.MAX_CHOICES);
        event.replyChoiceStrings(choices).queue(done -> {}, failure -> {}); // typed on meanwhile
    }

    void tapped(ButtonInteractionEvent event, CustomId id) {
        boolean own = id.asker() == event.getUser().getIdLong();
        Showing showing =
                own ? new Showing(Manner.IN_PLACE, reply -> ofOwnPage(reply, event)) : Showing.always(Manner.PRIVATE);
        tapped(event, id.action(), showing);
    }

    /** The same as the command, for whoever tapped alone. */
    void commanded(ButtonInteractionEvent event, CustomId id) {
        Place place = place(event);
        IncomingMessage message = Incoming.command(person(event), place, id.action(), Map.of());
        questions.ask(event, place, message, Showing.always(Manner.PRIVATE));
    }

    /** A page stays where the answer is but a word on it. */
    private static Manner ofOwnPage(Reply reply, GenericComponentInteractionCreateEvent event) {
        boolean passing =
                reply instanceof Reply.Acknowledgement && !event.getMessage().isEphemeral();
        return passing ? Manner.PRIVATE : Manner.IN_PLACE;
    }

    /** Votes are the person's own affair; songs like one are for those who see the page that they were asked from. */
    void chosen(StringSelectInteractionEvent event, CustomId id) {
        boolean own = id.asker() == event.getUser().getIdLong();
        boolean open = own && !event.getMessage().isEphemeral();
        Showing showing = new Showing(
                Manner.IN_PLACE,
                reply -> open && !(reply instanceof Reply.Acknowledgement) ? Manner.OPEN : Manner.PRIVATE);
        Optional<String> action = event.getValues().stream().findFirst();
        tapped(event, action.orElse(""), showing);
    }

    private void tapped(GenericComponentInteractionCreateEvent event, String action, Showing showing) {
        Place place = place(event);
        questions.ask(event, place, Incoming.tap(person(event), place, action), showing);
    }
}
