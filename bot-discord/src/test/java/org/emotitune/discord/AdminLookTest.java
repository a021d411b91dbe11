package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.emotitune.admin.AdminReply;
import org.emotitune.discord.CustomId.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminLookTest {
    private static final org.emotitune.conversation.Button CANCEL =
            new org.emotitune.conversation.Button("Cancel", "admin.cancel.12");

    @ParameterizedTest
    @ValueSource(
            strings = {"songs_of_*2020*.csv: 4 rows", "# 1 > ~~x~~ ||y|| [a](http://b)", "@everyone <@7> <#8>", "one `"
            })
    void textIsShownLetterByLetter(String text) {
        assertThat(description(text)).isEqualTo("```\n" + text + "\n```");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a```b", "``````", "end```", "`` ``` ````"})
    void nothingEndsTheCodeBeforeItsEnd(String text) {
        String shown = description(text);
        String inside = shown.substring(4, shown.length() - 4);

        assertThat(shown).startsWith("```\n").endsWith("\n```");
        assertThat(inside).doesNotContain("``").isNotEmpty();
        assertThat(inside.replace("\u200B", "")).isEqualTo(text);
    }

    @Test
    void theLongestTextOfAdminsFits() {
        String text = "x".repeat(AdminReply.LONGEST);

        assertThat(description(text)).contains(text);
    }

    @Test
    void whatIsStillTooLongIsCutBetweenCharacters() {
        for (int before = 0; before < 2; before++) {
            String text = "x".repeat(before) + "😀".repeat(2_500);

            assertThat(description(text)).hasSizeBetween(4_090, MessageEmbed.DESCRIPTION_MAX_LENGTH);
            assertThat(description(text)).endsWith("😀…\n```");
        }
    }

    @Test
    void nobodyIsMentioned() {
        try (MessageCreateData message = AdminLook.message("@everyone", List.of());
                MessageEditData edit = AdminLook.edit("@everyone", List.of())) {
            assertThat(mentions(message.toData())).isEqualTo("[]");
            assertThat(mentions(edit.toData())).isEqualTo("[]");
        }
    }

    private static String mentions(DataObject message) {
        return message.getObject("allowed_mentions").getArray("parse").toString();
    }

    @Test
    void buttonsAreThoseOfAdmins() {
        try (MessageCreateData message = AdminLook.message("going on", List.of(CANCEL))) {
            List<Button> buttons = message.getComponentTree().findAll(Button.class);

            assertThat(buttons).extracting(Button::getLabel).containsExactly("Cancel");
            assertThat(CustomId.of(Objects.requireNonNull(buttons.getFirst().getCustomId())))
                    .hasValue(new CustomId(Kind.ADMIN, 0, "admin.cancel.12"));
        }
    }

    @Test
    void anEditTakesButtonsAway() {
        try (MessageEditData edit = AdminLook.edit("over", List.of())) {
            assertThat(edit.toData().getArray("components").isEmpty()).isTrue();
        }
    }

    private static String description(String text) {
        try (MessageCreateData message = AdminLook.message(text, List.of())) {
            return Objects.requireNonNull(message.getEmbeds().getFirst().getDescription());
        }
    }
}
