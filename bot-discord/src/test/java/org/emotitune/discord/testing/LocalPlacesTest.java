package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what where, as the real JDA sees it. */
class LocalPlacesTest {
    private final LocalDiscord discord = new LocalDiscord();
    private final Person ana = discord.person("Ana", "es-ES");
    private final Person ben = discord.person("Ben", "en-US");
    private final LocalServer friends = discord.server("Amigas", ana);
    private final LocalChannel music = friends.channel("música");
    private final Queue<SlashCommandInteractionEvent> asked = new ConcurrentLinkedQueue<>();
    private Bot bot;

    @BeforeEach
    void start() throws InterruptedException {
        friends.joins(ben);
        bot = Bot.start(discord, new ListenerAdapter() {
            @Override
            public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
                asked.add(event);
                event.reply("songs").queue();
            }
        });
        bot.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("recommend", "Songs")
                                .setContexts(InteractionContextType.ALL)
                                .setIntegrationTypes(IntegrationType.ALL),
                        Commands.slash("reindex", "Reads all songs again")
                                .setContexts(InteractionContextType.GUILD)
                                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER)))
                .complete();
    }

    @AfterEach
    void stop() {
        bot.close();
        discord.close();
    }

    private SlashCommandInteractionEvent used(Voice voice, String command) {
        LocalInteraction used = voice.uses(command);
        discord.until(used::isAnswered);
        assertThat(used.answer().content()).isEqualTo("songs");
        return asked.remove();
    }

    private static Member member(SlashCommandInteractionEvent event) {
        return Objects.requireNonNull(event.getMember());
    }

    /** Past JDA's own checks. */
    private ErrorResponse refusal(LocalChannel channel) {
        Route.CompiledRoute route = Route.Messages.SEND_MESSAGE.compile(Long.toString(channel.id()));
        try {
            new RestActionImpl<>(bot.jda(), route, DataObject.empty().put("content", "x")).complete();
        } catch (ErrorResponseException e) {
            return e.getErrorResponse();
        }
        throw new AssertionError("Discord has taken it");
    }

    @Test
    void interactionTellsWhoMayWhat() {
        ServerRole admins = friends.role("admins", Permission.MANAGE_SERVER);
        friends.joins(ben, admins);
        SlashCommandInteractionEvent event = used(ben.in(music), "reindex");

        assertThat(member(event).hasPermission(Permission.MANAGE_SERVER)).isTrue();
        assertThat(member(event).getId()).isEqualTo(Long.toString(ben.id()));
        assertThat(Objects.requireNonNull(event.getGuild()).isDetached()).isFalse();
        assertThat(event.getContext()).isEqualTo(InteractionContextType.GUILD);
        assertThat(event.getIntegrationOwners().getAuthorizingGuildIdLong()).isEqualTo(friends.id());
    }

    @Test
    void commandThatNeedsPermissionsIsNotOfferedUnlessTheServerOpensIt() {
        assertThatThrownBy(() -> ben.in(music).uses("reindex")).hasMessageContaining("permissions");
        friends.opensCommand("reindex");

        assertThat(member(used(ben.in(music), "reindex")).hasPermission(Permission.MANAGE_SERVER))
                .isFalse();
    }

    @Test
    void changesOfAChannelReachTheBot() {
        TextChannel room = Objects.requireNonNull(bot.jda().getTextChannelById(music.id()));
        assertThat(room.getGuild().getPublicRole().hasPermission(room, Permission.VIEW_CHANNEL))
                .isTrue();
        music.denies(friends.everyone(), Permission.VIEW_CHANNEL);
        discord.until(() -> !room.getGuild().getPublicRole().hasPermission(room, Permission.VIEW_CHANNEL));

        assertThat(refusal(music)).isEqualTo(ErrorResponse.MISSING_ACCESS);
        assertThatThrownBy(() -> ben.in(music).says("hola")).hasMessageContaining("does not see");
    }

    @Test
    void botThatMayNotSpeakIsRefusedButMayAnswerInteractions() {
        music.deniesBot(Permission.MESSAGE_SEND);

        assertThat(refusal(music)).isEqualTo(ErrorResponse.MISSING_PERMISSIONS);
        assertThat(used(ana.in(music), "recommend").getChannel().getIdLong()).isEqualTo(music.id());
    }

    @Test
    void channelThatIsGoneIsUnknown() {
        music.delete();
        discord.until(() -> bot.jda().getTextChannelById(music.id()) == null);

        assertThat(refusal(music)).isEqualTo(ErrorResponse.UNKNOWN_CHANNEL);
    }

    @Test
    void whoTakesNoMessagesGetsNone() {
        ben.takesMessages(false);

        assertThat(refusal(ben.directChannel())).isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER);
    }

    @Test
    void peopleBringTheBotToServersWhereItIsNot() {
        LocalServer foreign = discord.serverWithoutBot("Ajenas", ana);
        LocalChannel there = foreign.channel("general");
        assertThatThrownBy(() -> ana.in(there).uses("recommend")).hasMessageContaining("installed");
        ana.installs();
        SlashCommandInteractionEvent event = used(ana.in(there), "recommend");

        assertThat(Objects.requireNonNull(event.getGuild()).isDetached()).isTrue();
        assertThat(event.getIntegrationOwners().getAuthorizingGuildIdLong()).isNull();
        assertThat(event.getIntegrationOwners().getAuthorizingUserIdLong()).isEqualTo(ana.id());
        assertThat(refusal(there)).isEqualTo(ErrorResponse.MISSING_ACCESS);
    }

    @Test
    void serverThatForbidsForeignBotsMakesTheirAnswersPrivate() {
        LocalServer foreign = discord.serverWithoutBot("Ajenas", ben);
        foreign.joins(ana);
        foreign.permits(foreign.everyone(), Permission.VIEW_CHANNEL, Permission.USE_APPLICATION_COMMANDS);
        LocalChannel there = foreign.channel("general");
        ana.installs();
        used(ana.in(there), "recommend");

        assertThat(there.messages()).isEmpty();
        assertThat(there.seenBy(ana)).hasSize(1);
    }

    @Test
    void peopleBringTheBotToTheirGroups() {
        LocalChannel group = discord.group("las tres", ana, ben);
        ana.installs();
        SlashCommandInteractionEvent event = used(ana.in(group), "recommend");

        assertThat(event.getContext()).isEqualTo(InteractionContextType.PRIVATE_CHANNEL);
        assertThat(event.getGuild()).isNull();
        assertThat(group.shownTo(ben)).isEqualTo("EmotiTune: songs\n");
    }

    @Test
    void threadsAreHeardWhereTheBotSeesThem() {
        LocalChannel open = friends.thread(music, "hilo");
        LocalChannel hidden = friends.privateThread(music, "secreto", ben);
        discord.until(() -> bot.jda().getThreadChannelById(open.id()) != null);

        assertThat(used(ben.in(open), "recommend").getChannelIdLong()).isEqualTo(open.id());
        assertThat(used(ben.in(hidden), "recommend").getChannelIdLong()).isEqualTo(hidden.id());
        assertThat(refusal(hidden)).isEqualTo(ErrorResponse.MISSING_ACCESS);
    }

    @Test
    void botThatIsSentAwayLosesTheServer() {
        friends.botLeaves();
        discord.until(() -> bot.jda().getGuilds().isEmpty());

        assertThat(refusal(music)).isEqualTo(ErrorResponse.MISSING_ACCESS);
        friends.botJoins();
        discord.until(() -> bot.jda().getGuilds().size() == 1);
    }
}
