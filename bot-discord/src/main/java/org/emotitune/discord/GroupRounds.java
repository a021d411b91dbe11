package org.emotitune.discord;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.emotitune.discord.Call.Outcome;
import org.emotitune.discord.GroupMoods.Beginning;
import org.emotitune.discord.GroupMoods.Shown;
import org.emotitune.discord.GroupMoods.Start;
import org.emotitune.discord.GroupMoods.Tapped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows rounds of group moods on Discord. Every method returns at once; thread-safe. */
final class GroupRounds {
    private static final Logger LOG = LoggerFactory.getLogger(GroupRounds.class);
    private static final Set<Trouble> NOT_BEGUN =
            EnumSet.of(Trouble.EXPIRED, Trouble.GONE, Trouble.FORBIDDEN, Trouble.REFUSED);

    private final GroupMoods moods;
    private final Errands errands;
    private final Runnable notShown;

    /** @param notShown counts an answer that nobody could be shown */
    GroupRounds(GroupMoods moods, Errands errands, Runnable notShown) {
        this.moods = moods;
        this.errands = errands;
        this.notShown = notShown;
    }

    void start(SlashCommandInteractionEvent event) {
        Person host = Interactions.person(event);
        Place place = Interactions.place(event);
        Beginning beginning = new Beginning(event.getIdLong(), place, host.id(), host.locale());
        switch (moods.start(beginning, new RoundMessage(event, place, this::lost))) {
            case Start.Begun(var message) -> errands.run(() -> begin(event, message));
            case Start.Refused(var told) -> tell(event, told);
        }
    }

    private void begin(SlashCommandInteractionEvent event, MessageCreateData message) {
        Outcome<InteractionHook> begun = Call.of("a round", () -> event.reply(message));
        if (begun instanceof Call.Failed<InteractionHook> failed && NOT_BEGUN.contains(failed.trouble())) {
            moods.drop(event.getIdLong());
            lost(failed.trouble());
        }
    }

    private void lost(Trouble trouble) {
        notShown.run();
        LOG.warn("A round of group moods, or what came of it, cannot be shown ({}).", trouble);
    }

    private void tell(IReplyCallback event, MessageCreateData told) {
        errands.run(() -> {
            var unused = Call.of("an answer", () -> event.reply(told).setEphemeral(true));
        });
    }

    void tapped(ButtonInteractionEvent event, CustomId id) {
        Person person = Interactions.person(event);
        switch (moods.tap(id.asker(), person.id(), id.action(), person.locale())) {
            case Tapped.Counted counted -> errands.run(() -> show(event, counted));
            case Tapped.Over(var told) -> tell(event, told);
        }
    }

    /** Where somebody has tapped since, the message is theirs to change: else an older count might stay. */
    private static void show(ButtonInteractionEvent event, Tapped.Counted counted) {
        try {
            var unused = Call.of(
                    "a round",
                    () -> counted.newest().getAsBoolean() ? event.editMessage(counted.message()) : event.deferEdit());
        } finally {
            counted.shown().run();
        }
    }

    /** The message of a round: the answer to the command that began it. */
    private static final class RoundMessage implements Shown {
        private final SlashCommandInteractionEvent event;
        private final Place place;
        private final Consumer<Trouble> lost;
        private boolean never;

        RoundMessage(SlashCommandInteractionEvent event, Place place, Consumer<Trouble> lost) {
            this.event = event;
            this.place = place;
            this.lost = lost;
        }

        private InteractionHook hook() {
            return InteractionHook.from(event.getJDA(), event.getToken());
        }

        @Override
        public void update(MessageEditData ended) {
            Outcome<Message> updated = Call.of("the end of a round", () -> hook().editOriginal(ended));
            never = updated.met(Trouble.EXPIRED); // it has not been there at all
        }

        @Override
        public void answer(List<MessageCreateData> songs) {
            if (never) {
                lost.accept(Trouble.EXPIRED);
                return;
            }
            for (int i = 0; i < songs.size(); i++) {
                MessageCreateData next = songs.get(i);
                Outcome<Message> shown = Call.of("the songs of a round", () -> hook().sendMessage(next));
                if (shown instanceof Call.Failed<Message> failed) {
                    otherwise(songs.subList(i, songs.size()), failed.trouble());
                    return;
                }
            }
        }

        private void otherwise(List<MessageCreateData> songs, Trouble trouble) {
            boolean again = trouble != Trouble.UNKNOWN && place.isReachable();
            if (!again || !Post.toChannel(event.getChannel(), songs, event.getIdLong())) {
                lost.accept(trouble);
            }
        }
    }
}
