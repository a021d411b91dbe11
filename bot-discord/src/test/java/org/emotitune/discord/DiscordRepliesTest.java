package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.emotion.Language.ENGLISH;
import static org.emotitune.emotion.Language.SPANISH;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okhttp3.MediaType;
import okio.Buffer;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies without songs, and what becomes of any of them elsewhere. */
class DiscordRepliesTest {
    private static final long ANA = ReplySamples.ANA;

    @ParameterizedTest
    @EnumSource
    void discordTakesRepliesOfEveryKind(Language language) {
        for (Reply reply : ReplySamples.all(language)) {
            List<MessageCreateData> messages = DiscordReplies.messages(reply, ANA);

            assertThat(messages).isNotEmpty().allSatisfy(SentLimits::check);
            SentLimits.check(DiscordReplies.askInPrivate(reply, ANA));
            assertThat(messages.stream().flatMap(message -> Shown.actions(message).stream()))
                    .containsExactlyElementsOf(
                            reply.buttons().stream().map(Button::action).toList());
        }
    }

    @Test
    void moodsAreTwoRowsOfFour() {
        MessageCreateData question = only(ReplySamples.question(ENGLISH));

        assertThat(Shown.labels(question))
                .containsExactly(
                        List.of("😊 Happy", "💛 In love", "🌿 Calm", "⚡ Full of energy"),
                        List.of("🌙 Nostalgic", "🌧 Sad", "🌀 Nervous", "🔥 Angry"));
        assertThat(Shown.buttons(question).getFirst().getFirst().getCustomId())
                .isEqualTo(CustomId.tap(ANA, new Button("x", "joy")).text());
    }

    @Test
    void whatTwoButtonsDoAlikeIsOneButton() {
        Reply reply = new Reply.Acknowledgement(
                ENGLISH, "Done.", List.of(new Button("One", "a"), new Button("Other", "a"), new Button("Third", "b")));

        assertThat(Shown.labels(only(reply))).containsExactly(List.of("One", "Third"));
    }

    @Test
    void helpLinesStandOneALineAndTheirPageCanBeOpened() {
        MessageCreateData help = only(ReplySamples.crisis(SPANISH));

        assertThat(help.getContent())
                .startsWith(Texts.in(SPANISH, "crisis.heard"))
                .contains("\nEspaña: 112 · 024\nChile: 131 · \\*4141\n", "<https://findahelpline.com>")
                .endsWith(Texts.in(SPANISH, "crisis.later"));
        assertThat(help.isSuppressEmbeds()).isTrue();
        assertThat(help.getComponents()).isEmpty();
        assertThat(help.getEmbeds()).isEmpty();
    }

    @Test
    void aFileCanBeSentAgain() throws IOException {
        MessageCreateData export = only(ReplySamples.export(ENGLISH));

        FileUpload file = export.getFiles().getFirst();
        assertThat(file.getName()).isEqualTo("emotitune.json");
        assertThat(List.of(content(file), content(file))).containsOnly("{\"artist\" : \"Mœnia & 🌙\"}");
    }

    private static String content(FileUpload file) throws IOException {
        Buffer buffer = new Buffer();
        file.getRequestBody(MediaType.get("application/json")).writeTo(buffer);
        return buffer.readString(StandardCharsets.UTF_8);
    }

    @Test
    void aLongInformationIsSeveralMessagesWithTheFileAndTheButtonsBelowTheLast() {
        String paragraph =
                "This sentence has *fifty* characters, all of them. ".repeat(60).strip();
        Reply reply = new Reply.Information(
                ENGLISH,
                List.of("First.", paragraph, paragraph),
                new Reply.TextFile("a.json", "{}"),
                List.of(new Button("Go on", "on")));

        List<MessageCreateData> messages = DiscordReplies.messages(reply, ANA);

        assertThat(messages).hasSizeBetween(4, 5).allSatisfy(SentLimits::check);
        assertThat(String.join(
                        " ",
                        messages.stream()
                                .map(message -> Shown.literal(message.getContent()))
                                .toList()))
                .isEqualToNormalizingWhitespace("First. " + paragraph + " " + paragraph);
        assertThat(messages.subList(0, messages.size() - 1)).allSatisfy(message -> {
            assertThat(message.getFiles()).isEmpty();
            assertThat(message.getComponents()).isEmpty();
        });
        assertThat(messages.getLast().getFiles()).hasSize(1);
        assertThat(Shown.actions(messages.getLast())).containsExactly("on");
    }

    @Test
    void aVoteCanBeTakenBack() {
        MessageCreateData voted = only(ReplySamples.voted(ENGLISH));

        assertThat(voted.getContent()).isEqualTo("Noted: you like «\\*NSYNC».");
        assertThat(Shown.labels(voted)).containsExactly(List.of("👎", "Take it back"));
    }

    @Test
    void inPlaceNothingStaysOfTheMessageBefore() {
        DataObject json =
                DiscordReplies.inPlace(only(ReplySamples.apology(ENGLISH))).toData();

        assertThat(json.keys())
                .containsExactlyInAnyOrder(
                        "content", "embeds", "components", "attachments", "allowed_mentions", "flags");
        assertThat(json.getString("content")).isEqualTo(Texts.in(ENGLISH, "apology.busy"));
        assertThat(Stream.of("embeds", "components", "attachments").map(json::getArray))
                .allSatisfy(array -> assertThat(array.isEmpty()).isTrue());
        assertThat(json.getObject("allowed_mentions").getArray("parse").isEmpty())
                .isTrue();
    }

    @Test
    void aPageInPlaceOfAQuestionIsSeen() {
        DataObject question =
                DiscordReplies.inPlace(only(ReplySamples.question(ENGLISH))).toData();
        DataObject page =
                DiscordReplies.inPlace(only(ReplySamples.page(ENGLISH))).toData();

        assertThat(question.getInt("flags")).isEqualTo(1 << 2);
        assertThat(page.getInt("flags")).isZero();
        assertThat(page.getArray("embeds").length()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void othersLearnNothingOfWhatIsPrivate(Language language) {
        for (Reply reply : List.of(ReplySamples.crisis(language), ReplySamples.export(language))) {
            MessageCreateData asked = DiscordReplies.askInPrivate(reply, ANA);

            assertThat(asked.getContent()).hasSizeBetween(10, 250).doesNotContain("112");
            assertThat(asked.getFiles()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverCannotBeWrittenToTapsForHelp(Language language) {
        MessageCreateData asked = DiscordReplies.askInPrivate(ReplySamples.crisis(language), ANA);

        assertThat(asked.getComponents().toString()).contains(new CustomId(CustomId.Kind.COMMAND, ANA, "sos").text());
        assertThat(asked.getContent()).doesNotContain("/sos");
        assertThat(DiscordReplies.askInPrivate(ReplySamples.export(language), ANA)
                        .getComponents())
                .isEmpty();
    }

    @Test
    void whatEverybodyMayReadIsSaidInTheChannel() {
        Reply apology = ReplySamples.apology(SPANISH);

        assertThat(DiscordReplies.askInPrivate(apology, ANA).getContent()).isEqualTo(Texts.in(SPANISH, "apology.busy"));
    }

    private static MessageCreateData only(Reply reply) {
        List<MessageCreateData> messages = DiscordReplies.messages(reply, ANA);
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }
}
