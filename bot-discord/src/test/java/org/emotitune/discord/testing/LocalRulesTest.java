package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Discord lets a bot do, and when, through the real JDA. */
class LocalRulesTest {
    private final LocalDiscord discord = new LocalDiscord();
    private final Person ana = discord.person("Ana", "es-ES");
    private final LocalServer friends = discord.server("Amigas", ana);
    private final LocalChannel music = friends.channel("música");
    private final Queue<SlashCommandInteractionEvent> asked = new ConcurrentLinkedQueue<>();
    private Bot bot;

    @BeforeEach
    void start() throws InterruptedException {
        bot = Bot.start(discord, new ListenerAdapter() {
            @Override
            public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
                asked.add(event);
            }
        });
        register();
    }

    private void register() {
        bot.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("recommend", "Songs"),
                        Commands.slash("import", "A catalog")
                                .addOption(OptionType.ATTACHMENT, "file", "The catalog", true))
                .complete();
    }

    @AfterEach
    void stop() {
        bot.close();
        discord.close();
    }

    private SlashCommandInteractionEvent heard() {
        discord.until(() -> !asked.isEmpty());
        return asked.remove();
    }

    private static ErrorResponse refused(RestAction<?> action) {
        try {
            var unused = action.complete();
        } catch (ErrorResponseException e) {
            return e.getErrorResponse();
        }
        throw new AssertionError("Discord has taken it");
    }

    private TextChannel room() {
        TextChannel room = bot.jda().getTextChannelById(music.id());
        return Objects.requireNonNull(room);
    }

    @Test
    void acknowledgementAfterThreeSecondsIsRefused() {
        LocalInteraction used = ana.in(music).uses("recommend");
        SlashCommandInteractionEvent event = heard();
        discord.clock().advance(Duration.ofMillis(3_001));

        assertThat(refused(event.deferReply())).isEqualTo(ErrorResponse.UNKNOWN_INTERACTION);
        assertThat(used.isExpired()).isTrue();
        assertThat(discord.expired()).isEqualTo(1);
    }

    @Test
    void secondAcknowledgementIsRefused() throws IOException, InterruptedException {
        LocalInteraction used = ana.in(music).uses("recommend");
        SlashCommandInteractionEvent event = heard();
        String body = """
                {"type": 4, "data": {"content": "%s"}}""";
        String path = "interactions/%s/%s/callback".formatted(event.getId(), event.getToken());

        assertThat(post(path, body.formatted("first")).statusCode()).isEqualTo(204);
        HttpResponse<String> second = post(path, body.formatted("second"));

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("40060");
        assertThat(used.answer().content()).isEqualTo("first");
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.api() + path))
                .header("Authorization", "Bot " + LocalDiscord.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void tokenIsOverAfterFifteenMinutes() {
        LocalInteraction used = ana.in(music).uses("recommend");
        InteractionHook hook = heard().deferReply().complete();
        discord.clock().advance(Duration.ofMinutes(16));

        assertThat(refused(hook.sendMessage("late"))).isEqualTo(ErrorResponse.INVALID_WEBHOOK_TOKEN);
        assertThat(refused(hook.editOriginal("late"))).isEqualTo(ErrorResponse.INVALID_WEBHOOK_TOKEN);
        assertThat(used.isThinking()).isTrue();
        assertThat(discord.unanswered()).isEqualTo(1);
    }

    @Test
    void deferredMessageThatIsDeletedMakesWayForAPrivateOne() {
        LocalInteraction used = ana.in(music).uses("recommend");
        InteractionHook hook = heard().deferReply().complete();
        hook.deleteOriginal().complete();
        hook.sendMessage("only you").setEphemeral(true).complete();

        assertThat(used.answers()).hasSize(1);
        assertThat(used.answer().isEphemeral()).isTrue();
        assertThat(music.messages()).isEmpty();
    }

    @Test
    void followUpToAPublicDeferralIsPublicWhateverItAsksFor() {
        LocalInteraction used = ana.in(music).uses("recommend");
        InteractionHook hook = heard().deferReply().complete();
        hook.sendMessage("only you?").setEphemeral(true).complete();
        Message second = hook.sendMessage("only you!").setEphemeral(true).complete();

        assertThat(used.answers()).extracting(LocalMessage::isEphemeral).containsExactly(false, true);
        assertThat(refused(room().editMessageById(second.getIdLong(), "x"))).isEqualTo(ErrorResponse.UNKNOWN_MESSAGE);
    }

    @Test
    void editsAreSeenAndCounted() {
        LocalInteraction used = ana.in(music).uses("recommend");
        InteractionHook hook = heard().deferReply().complete();
        hook.editOriginal("one").complete();
        hook.editOriginal("two").complete();

        assertThat(used.answer().content()).isEqualTo("two");
        assertThat(used.answer().edits()).isEqualTo(1);
        assertThat(hook.retrieveOriginal().complete().getContentRaw()).isEqualTo("two");
    }

    @Test
    void messageWithTheSameNonceIsSentOnceWithinMinutes() throws IOException, InterruptedException {
        String path = "channels/%d/messages".formatted(music.id());
        String body = """
                {"content": "songs", "nonce": "7", "enforce_nonce": true}""";
        String first = post(path, body).body();
        String again = post(path, body).body();
        discord.clock().advance(Duration.ofMinutes(6));
        String later = post(path, body).body();

        assertThat(again).isEqualTo(first);
        assertThat(later).isNotEqualTo(first);
        assertThat(discord.calls(Route.SEND)).hasSize(3);
        assertThat(music.ofBot()).hasSize(2);
    }

    @Test
    void filesArriveAndCanBeHadAgain() {
        byte[] content = "[1, 2]".getBytes(StandardCharsets.UTF_8);
        Message sent =
                room().sendFiles(FileUpload.fromData(content, "tracks.json")).complete();
        room().editMessageById(sent.getIdLong(), "and words").complete();

        assertThat(music.ofBot().getFirst().files())
                .extracting(UploadedFile::text)
                .containsExactly("[1, 2]");
        assertThat(sent.getAttachments().getFirst().getProxy().download().join())
                .hasContent("[1, 2]");
    }

    @Test
    void attachmentOfACommandCanBeDownloaded() {
        ana.in(music).uses("import", Map.of("file", UploadedFile.of("tracks.json", "[]")));
        Message.Attachment file =
                Objects.requireNonNull(heard().getOption("file")).getAsAttachment();

        assertThat(file.getFileName()).isEqualTo("tracks.json");
        assertThat(file.getSize()).isEqualTo(2);
        assertThat(file.getProxy().download().join()).hasContent("[]");
    }

    @Test
    void replyToAMessageThatIsGoneIsRefused() {
        LocalMessage said = ana.in(music).says("hola");
        ana.in(music).deletes(said);

        assertThat(refused(
                        room().sendMessage("x").setMessageReference(said.id()).failOnInvalidReply(true)))
                .isEqualTo(ErrorResponse.INVALID_FORM_BODY);
        assertThat(refused(room().retrieveMessageById(said.id()))).isEqualTo(ErrorResponse.UNKNOWN_MESSAGE);
    }

    @Test
    void registeredCommandsKeepTheirIdsAndAreCounted() {
        String before = discord.commands().getFirst().path("id").asText();
        register();

        assertThat(discord.registrations()).isEqualTo(2);
        assertThat(discord.commands().getFirst().path("id").asText()).isEqualTo(before);
        assertThat(bot.jda().retrieveCommands(true).complete()).hasSize(2);
    }

    @Test
    void peopleCanDoOnlyWhatTheirDiscordOffers() {
        assertThatThrownBy(() -> ana.in(music).uses("nothing")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ana.in(music).uses("import")).hasMessageContaining("asks for");
    }
}
