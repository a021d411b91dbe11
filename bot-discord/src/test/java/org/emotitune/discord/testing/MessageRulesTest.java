package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.testing.Said.json;
import static org.emotitune.discord.testing.Said.list;
import static org.emotitune.discord.testing.Said.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import org.emotitune.discord.testing.Rules.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRulesTest {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void aProblemHasTheShapeOfDiscords() {
        Optional<Problem> problem = check(object("{}").put("content", "x".repeat(2001)));

        assertThat(problem).hasValue(new Problem(400, json("""
                {message: 'Invalid Form Body', code: 50035, errors: {content: {_errors: [
                  {code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.'}]}}}""")));
    }

    @Test
    void allProblemsAreToldTogether() {
        assertThat(Said.of(check(object("{nonce: 'n', flags: 64, embeds: [{}]}").put("content", "x".repeat(2001)))))
                .containsExactlyInAnyOrder(
                        "content BASE_TYPE_MAX_LENGTH",
                        "flags MESSAGE_FLAGS_INVALID",
                        "embeds.0.description BASE_TYPE_REQUIRED");
    }

    @Test
    void textIsCountedInCharactersAsPeopleCountThem() {
        assertThat(check(object("{}").put("content", "x".repeat(2000)))).isEmpty();
        assertThat(check(object("{}").put("content", "😀".repeat(2000)))).isEmpty();
        assertThat(check(object("{}").put("content", "😀".repeat(2001)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{content: ''}",
                "{content: ' \\n'}",
                "{content: null, embeds: []}",
                "{components: [{type: 1, components: [{type: 2, style: 1, label: 'a', custom_id: 'b'}]}]}"
            })
    void nothingToSeeIsNoMessage(String payload) {
        assertThat(check(json(payload)))
                .hasValue(new Problem(400, json("{message: 'Cannot send an empty message', code: 50006}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{content: '.'}", "{embeds: [{title: 'a'}]}", "{content: null, embeds: [{url: 'http://a'}]}"})
    void oneThingToSeeIsEnough(String payload) {
        assertThat(check(json(payload))).isEmpty();
    }

    @Test
    void aFileIsEnough() {
        assertThat(Rules.message(json("{}"), List.of(new UploadedFile("a.png", 1))))
                .isEmpty();
    }

    @Test
    void anEditMayLeaveEverythingAsItIs() {
        assertThat(Rules.edit(json("{}"), List.of())).isEmpty();
        assertThat(Said.of(Rules.edit(object("{}").put("content", "x".repeat(2001)), List.of())))
                .containsExactly("content BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void filesAreTenOfTenMebibytesTogether() {
        assertThat(withFiles(10, MEBIBYTE)).isEmpty();
        assertThat(Said.of(withFiles(11, 1))).containsExactly("400 30015");
        assertThat(Said.of(withFiles(10, MEBIBYTE + 1))).containsExactly("413 40005");
        assertThat(Said.of(Rules.edit(json("{}"), Collections.nCopies(2, new UploadedFile("a", 6 * MEBIBYTE)))))
                .containsExactly("413 40005");
    }

    @ParameterizedTest
    @CsvSource({
        "4,    true,  true,  true",
        "64,   false, true,  false",
        "4096, true,  true,  false",
        "68,   false, true,  false",
        "8192, false, false, false",
        "32768,false, false, false",
        "-1,   false, false, false"
    })
    void onlyAnAnswerToAnInteractionIsEphemeral(int flags, boolean inChannels, boolean inAnswers, boolean inEdits) {
        JsonNode payload = object("{content: 'a'}").put("flags", flags);

        assertThat(Rules.message(payload, List.of()).isEmpty()).isEqualTo(inChannels);
        assertThat(Rules.followUp(payload, List.of()).isEmpty()).isEqualTo(inAnswers);
        assertThat(Rules.edit(payload, List.of()).isEmpty()).isEqualTo(inEdits);
    }

    @Test
    void aNonceHasTwentyFiveCharacters() {
        assertThat(check(object("{content: 'a'}").put("nonce", "1".repeat(25)))).isEmpty();
        assertThat(check(json("{content: 'a', nonce: 1234}"))).isEmpty();
        assertThat(Said.of(check(object("{content: 'a'}").put("nonce", "1".repeat(26)))))
                .containsExactly("nonce BASE_TYPE_MAX_LENGTH");
        assertThat(Said.of(check(json("{content: 'a', nonce: {}}")))).containsExactly("nonce NONCE_TYPE_INVALID");
    }

    @Test
    void whomAMessageMayMentionIsSaidInOneWay() {
        assertThat(check(json("{content: 'a', allowed_mentions: {parse: ['users'], roles: ['1']}}")))
                .isEmpty();
        assertThat(Said.of(check(json("{content: 'a', allowed_mentions: {parse: ['users'], users: ['1']}}"))))
                .containsExactly("allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE");
        assertThat(Said.of(check(json("{content: 'a', allowed_mentions: {parse: ['all']}}"))))
                .containsExactly("allowed_mentions.parse.0 BASE_TYPE_CHOICES");
        for (String kind : List.of("users", "roles")) {
            assertThat(Said.of(check(mentioning(kind, 100)))).isEmpty();
            assertThat(Said.of(check(mentioning(kind, 101))))
                    .containsExactly("allowed_mentions.%s BASE_TYPE_MAX_LENGTH".formatted(kind));
        }
    }

    @Test
    void thereAreTenAttachmentsAndFlagsAreANumber() {
        assertThat(check(object("{content: 'a'}").set("attachments", list(10, IntNode::new))))
                .isEmpty();
        assertThat(Said.of(check(object("{content: 'a'}").set("attachments", list(11, IntNode::new)))))
                .containsExactly("attachments BASE_TYPE_MAX_LENGTH");
        assertThat(Said.of(check(json("{content: 'a', flags: 'x'}")))).containsExactly("flags NUMBER_TYPE_COERCE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{allowed_mentions: {parse: [], replied_user: false}}              | true",
                "{allowed_mentions: {parse: []}}                                   | true",
                "{allowed_mentions: {parse: [], users: [], replied_user: false}}   | true",
                "{}                                                                | false",
                "{allowed_mentions: null}                                          | false",
                "{allowed_mentions: {replied_user: false}}                         | false",
                "{allowed_mentions: {parse: [], replied_user: true}}               | false",
                "{allowed_mentions: {parse: ['users'], replied_user: false}}       | false",
                "{allowed_mentions: {parse: [], users: ['1'], replied_user: false}}| false",
                "{allowed_mentions: {parse: [], roles: ['1'], replied_user: false}}| false"
            })
    void nobodyIsPingedOnlyWhereThatIsSaid(String payload, boolean nobody) {
        assertThat(Rules.pingsNobody(json(payload))).isEqualTo(nobody);
    }

    @Test
    void whatJdaSendsIsWhatIsCheckedHere() {
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setContent("Hola")
                .setEmbeds(new EmbedBuilder()
                        .setTitle("Títol", "https://open.spotify.com/track/1")
                        .addField("a", "b", true)
                        .setColor(0xFFFFFF)
                        .setThumbnail("attachment://a.png")
                        .build())
                .setComponents(
                        ActionRow.of(Button.primary("t.1.x", Emoji.fromUnicode("👍")), Button.link("https://a.b", "c")),
                        ActionRow.of(StringSelectMenu.create("c.1.")
                                .addOption("a", "b", "c", Emoji.fromUnicode("🎲"))
                                .build()))
                .setAllowedMentions(List.<MentionType>of())
                .mentionRepliedUser(false);
        JsonNode payload = json(message.build().toData().toString());

        assertThat(check(payload)).isEmpty();
        assertThat(Rules.pingsNobody(payload)).isTrue();
        assertThat(Rules.pingsNobody(
                        json(message.mentionRepliedUser(true).build().toData().toString())))
                .isFalse();
    }

    private static Optional<Problem> check(JsonNode payload) {
        return Rules.message(payload, List.of());
    }

    private static Optional<Problem> withFiles(int files, int size) {
        return Rules.message(json("{}"), Collections.nCopies(files, new UploadedFile("a.png", size)));
    }

    private static JsonNode mentioning(String kind, int number) {
        return object("{content: 'a'}").set("allowed_mentions", object("{}").set(kind, list(number, IntNode::new)));
    }
}
