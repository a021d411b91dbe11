package org.emotitune.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Files, photos, previews, inline queries and the menu, through the real client library. */
class LocalMethodsTest {
    private final LocalTelegram telegram = new LocalTelegram();
    private final Bot bot = new Bot(telegram);
    private final OkHttpTelegramClient client = bot.client();
    private final Person ana = telegram.person("Ana", "es");
    private final Queue<Update> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() throws Exception {
        bot.close();
        telegram.close();
    }

    @Test
    void aPhotoMustBeOne() throws Exception {
        ana.says("hola");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", png);

        client.execute(photo(png.toByteArray()));

        assertThat(ana.chat().answer().file().orElseThrow().size()).isEqualTo(png.size());
        assertThat(refusal(() -> client.execute(photo(new byte[] {1, 2, 3}))).getApiResponse())
                .isEqualTo("Bad Request: IMAGE_PROCESS_FAILED");
    }

    private SendPhoto photo(byte[] content) {
        return SendPhoto.builder()
                .chatId(ana.id())
                .photo(new InputFile(new ByteArrayInputStream(content), "plot.png"))
                .build();
    }

    @Test
    void thePreviewIsKept() throws Exception {
        ana.says("hola");

        client.execute(SendMessage.builder()
                .chatId(ana.id())
                .text("uno")
                .linkPreviewOptions(LinkPreviewOptions.builder()
                        .urlField("https://song.example/1")
                        .preferLargeMedia(true)
                        .build())
                .build());

        assertThat(ana.chat().answer().preview().path("url").asText()).isEqualTo("https://song.example/1");
    }

    @Test
    void aDocumentIsDownloadedByItsPathAndOneComesBack() throws Exception {
        ana.privately().sends(Upload.of("songs.csv", "artist,title\nña,1"), "/import");
        bot.polls(heard::addAll);
        telegram.until(() -> heard.size() == 1);

        String id = heard.element().getMessage().getDocument().getFileId();
        String path = client.execute(new GetFile(id)).getFilePath();
        client.execute(SendDocument.builder()
                .chatId(ana.id())
                .document(new InputFile(
                        new ByteArrayInputStream("a,ñ".getBytes(StandardCharsets.UTF_8)), "errores ñ.csv"))
                .caption("<b>2</b> errores")
                .parseMode("HTML")
                .build());

        assertThat(get("/file/bot" + LocalTelegram.TOKEN + "/" + path)).isEqualTo("artist,title\nña,1");
        assertThat(ana.chat().answer().file().orElseThrow().name()).isEqualTo("errores ñ.csv");
        assertThat(ana.chat().answer().file().orElseThrow().text()).isEqualTo("a,ñ");
        assertThat(ana.chat().answer().marked("bold")).containsExactly("2");
    }

    @Test
    void inlineResultsHaveLimits() throws Exception {
        String query = ana.asksInline("triste");

        assertThat(refusal(() -> client.execute(inline(query, "a", "a"))).getApiResponse())
                .isEqualTo("Bad Request: RESULT_ID_DUPLICATE");
        assertThat(refusal(() -> client.execute(inline(query, "é".repeat(33)))).getApiResponse())
                .isEqualTo("Bad Request: RESULT_ID_INVALID");
        client.execute(inline(query, "a"));
        ana.chooses(query, "a", "triste", ana.chat());

        assertThat(ana.chat().shown().getLast().text()).isEqualTo("canción a");
    }

    @Test
    void menuAndReactionsAreSeen() throws Exception {
        int said = ana.says("hola");

        client.execute(SetMyCommands.builder()
                .command(new BotCommand("help", "Ayuda"))
                .scope(new BotCommandScopeAllPrivateChats())
                .languageCode("es")
                .build());
        client.execute(SetMessageReaction.builder()
                .chatId(ana.id())
                .messageId(said)
                .reactionTypes(List.of(ReactionTypeEmoji.builder().emoji("👍").build()))
                .build());

        assertThat(telegram.commands()).containsOnlyKeys("all_private_chats/es");
        assertThat(ana.chat().shown().getLast().reaction()).isEqualTo("👍");
    }

    @Test
    void aParameterThatDoesNotExistIsRefused() throws Exception {
        String answer = post("/bot" + LocalTelegram.TOKEN + "/SENDMESSAGE", "{\"chat_id\":1,\"txt\":\"x\"}");

        assertThat(answer).contains("\"error_code\":400").contains("unknown parameter \\\"txt\\\" of sendMessage");
    }

    private static AnswerInlineQuery inline(String query, String... ids) {
        var results = List.of(ids).stream()
                .map(id -> InlineQueryResultArticle.builder()
                        .id(id)
                        .title(id)
                        .inputMessageContent(InputTextMessageContent.builder()
                                .messageText("canción " + id)
                                .build())
                        .build())
                .toList();
        return AnswerInlineQuery.builder().inlineQueryId(query).results(results).build();
    }

    private String get(String path) throws Exception {
        return ask(HttpRequest.newBuilder(URI.create(telegram.address() + path)).build());
    }

    private String post(String path, String json) throws Exception {
        return ask(HttpRequest.newBuilder(URI.create(telegram.address() + path))
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private static String ask(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static TelegramApiRequestException refusal(ThrowingCallable call) {
        return catchThrowableOfType(TelegramApiRequestException.class, call);
    }
}
