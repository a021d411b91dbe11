package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways between people and a bot, through the real JDA. */
class LocalDiscordTest {
    private final LocalDiscord discord = new LocalDiscord();
    private final Person ana = discord.person("Ana", "es-ES");
    private final Person ben = discord.person("Ben", "en-US");
    private final LocalServer friends = discord.server("Amigas", ana);
    private final LocalChannel music = friends.channel("música");
    private Bot bot;

    /** Answers songs to everything. */
    private static final class Songs extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            switch (event.getName()) {
                case "recommend" ->
                    event.replyEmbeds(new EmbedBuilder()
                                    .setTitle("Songs")
                                    .setColor(0xff8800)
                                    .setDescription(event.getOption("feeling", "", OptionMapping::getAsString) + " "
                                            + event.getUserLocale().getLocale())
                                    .build())
                            .addComponents(
                                    ActionRow.of(
                                            Button.primary("more", "More"), Button.link("https://x.test/1", "Open")),
                                    ActionRow.of(StringSelectMenu.create("wish")
                                            .setPlaceholder("Other wishes")
                                            .addOption("Lift me", "lift")
                                            .addOption("Calm me", "calm")
                                            .build()))
                            .queue();
                case "slow" ->
                    event.deferReply(true)
                            .queue(hook -> hook.sendMessage("late").queue());
                default -> throw new AssertionError(event.getName());
            }
        }

        @Override
        public void onMessageContextInteraction(MessageContextInteractionEvent event) {
            event.reply("of: " + event.getTarget().getContentRaw())
                    .setEphemeral(true)
                    .queue();
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            event.replyChoice(event.getFocusedOption().getValue() + "ste", "sad")
                    .queue();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            event.editMessage("page 2").queue();
        }

        @Override
        public void onStringSelectInteraction(StringSelectInteractionEvent event) {
            event.reply("you want " + event.getValues()).setEphemeral(true).queue();
        }

        @Override
        public void onMessageReceived(MessageReceivedEvent event) {
            if (!event.getAuthor().isBot()
                    && !event.getMessage().getContentRaw().isEmpty()) {
                event.getMessage()
                        .reply("heard " + event.getMessage().getContentRaw())
                        .queue();
            }
        }
    }

    @BeforeEach
    void start() throws InterruptedException {
        friends.joins(ben);
        bot = Bot.start(discord, new Songs());
        bot.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("recommend", "Songs for how you feel")
                                .addOption(OptionType.STRING, "feeling", "How you feel", true, true),
                        Commands.slash("slow", "Songs, later"),
                        Commands.message("Songs for this message"))
                .complete();
    }

    @AfterEach
    void stop() {
        bot.close();
        discord.close();
    }

    @Test
    void slashCommandIsAnsweredInItsChannel() {
        LocalInteraction used = ana.in(music).uses("recommend", Map.of("feeling", "triste"));
        discord.until(used::isAnswered);

        assertThat(used.acknowledgement()).contains(Acknowledgement.MESSAGE);
        assertThat(used.answer().isEphemeral()).isFalse();
        assertThat(music.shown()).isEqualTo("""
                EmotiTune:\s
                  ┌ #ff8800
                  │ Songs
                  │ triste es-ES
                  [More] [Open → https://x.test/1]
                  <Other wishes: Lift me | Calm me>
                """);
    }

    @Test
    void deferredAnswerKeepsItsPrivacyWhenAFollowUpTakesItsPlace() {
        LocalInteraction used = ana.in(music).uses("slow");
        discord.until(used::isAnswered);

        assertThat(used.acknowledgement()).contains(Acknowledgement.DEFERRED_MESSAGE);
        assertThat(used.answer().content()).isEqualTo("late");
        assertThat(used.answer().isEphemeral()).isTrue();
        assertThat(music.shown()).isEmpty();
        assertThat(music.shownTo(ana)).isEqualTo("EmotiTune (only for Ana): late\n");
        assertThat(music.shownTo(ben)).isEmpty();
    }

    @Test
    void tapChangesTheMessageInPlace() {
        LocalInteraction used = ana.in(music).uses("recommend", Map.of("feeling", "triste"));
        discord.until(used::isAnswered);
        LocalInteraction tapped = ben.in(music).taps(used.answer(), "More");
        discord.until(tapped::isAnswered);

        assertThat(tapped.acknowledgement()).contains(Acknowledgement.EDIT);
        assertThat(tapped.answer().content()).isEqualTo("page 2");
        assertThat(used.answer().edits()).isEqualTo(1);
    }

    @Test
    void choiceIsAnsweredToWhoeverChose() {
        LocalInteraction used = ana.in(music).uses("recommend", Map.of("feeling", "triste"));
        discord.until(used::isAnswered);
        LocalInteraction chosen = ben.in(music).chooses(used.answer(), "Other wishes", "Calm me");
        discord.until(chosen::isAnswered);

        assertThat(chosen.answer().content()).isEqualTo("you want [calm]");
        assertThat(chosen.answer().isSeenBy(ana)).isFalse();
    }

    @Test
    void suggestionsComeWhileSomebodyTypes() {
        LocalInteraction typed = ana.in(music).types("recommend", "feeling", "tri");
        discord.until(typed::isAnswered);

        assertThat(typed.choices()).containsExactly(new LocalInteraction.Choice("triste", "sad"));
    }

    @Test
    void commandOfAMessageHasTheMessage() {
        LocalMessage said = ben.in(music).says("rain again");
        LocalInteraction used = ana.in(music).usesOn(said, "Songs for this message");
        discord.until(used::isAnswered);

        assertThat(used.answer().content()).isEqualTo("of: rain again");
    }

    @Test
    void withoutTheIntentOnlyMentionsAndDirectMessagesAreRead() {
        ana.in(music).says("not for you");
        ana.in(music).mentions("hola");
        discord.until(() -> music.ofBot().size() == 1);
        ben.direct().says("alone");
        discord.until(() -> !ben.directChannel().ofBot().isEmpty());

        LocalMessage answer = music.ofBot().getFirst();
        assertThat(answer.content()).isEqualTo("heard <@%d> hola".formatted(LocalDiscord.BOT));
        assertThat(answer.repliesTo().orElseThrow().content()).endsWith("hola");
        assertThat(ben.directChannel().ofBot().getFirst().content()).isEqualTo("heard alone");
    }

    @Test
    void commandWorksInDirectMessages() {
        LocalInteraction used = ben.direct().uses("recommend", Map.of("feeling", "sad"));
        discord.until(used::isAnswered);

        assertThat(used.answer().shown()).contains("sad en-US");
    }
}
