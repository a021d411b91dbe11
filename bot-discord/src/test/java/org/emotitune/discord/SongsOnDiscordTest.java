package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.ReplySamples.plain;
import static org.emotitune.discord.ReplySamples.songs;
import static org.emotitune.emotion.Language.ENGLISH;
import static org.emotitune.emotion.Language.SPANISH;

import java.net.URI;
import java.util.List;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Mood;
import org.emotitune.song.SongFacts;
import org.junit.jupiter.api.Test;

/** Pages of songs. */
class SongsOnDiscordTest {
    private static final long ANA = ReplySamples.ANA;

    @Test
    void aPageHasWhatWasHeardAboveAndASongAnEmbed() {
        MessageCreateData page = only(ReplySamples.page(ENGLISH));

        assertThat(page.getContent()).isEqualTo("""
                I hear: joy
                It is about: work
                -# (read by the built-in word list, which is weaker than a language model)

                **Songs that feel the same:**""");
        assertThat(page.getEmbeds()).hasSize(5);
        MessageEmbed second = page.getEmbeds().get(1);
        assertThat(second.getTitle()).isEqualTo("2. Title 2");
        assertThat(second.getUrl()).isEqualTo("https://open.spotify.com/track/" + ReplySamples.TRACK);
        assertThat(second.getDescription()).isEqualTo("**Artist 2** · 2018\n▰▰▰▰▱ 78\n*in common: joy*");
        assertThat(second.getColorRaw()).isEqualTo(MoodColor.of(new Mood(0.8, 0.5)));
        assertThat(page.isSuppressEmbeds()).isFalse();
    }

    @Test
    void ofAStepItTellsWhereItStandsAndOfTheUnknownNothing() {
        SongFacts facts = new SongFacts(null, "*NSYNC", null, null, null, null, null);
        SongLine line = new SongLine(
                ReplySamples.recommended(facts), new Mood(-0.5, 0), "step 2 of 6", "close in mood: joy", List.of());

        MessageEmbed embed = only(page(List.of(line))).getEmbeds().getFirst();

        assertThat(embed.getTitle()).isEqualTo("1. \\*NSYNC");
        assertThat(embed.getUrl()).isEqualTo("https://open.spotify.com/search/*NSYNC");
        assertThat(embed.getDescription()).isEqualTo("step 2 of 6\n*close in mood: joy*");
    }

    @Test
    void aSongWhosePictureIsKnownShowsIt() {
        URI cover = URI.create("https://i.example.org/" + "x".repeat(490));
        SongFacts facts = new SongFacts(null, "Title", null, null, null, null, null, cover);

        MessageCreateData page = only(page(
                List.of(ReplySamples.song(1, facts, ENGLISH), songs(1, ENGLISH).getFirst())));

        assertThat(page.getEmbeds())
                .extracting(MessageEmbed::getThumbnail)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .extracting(MessageEmbed.Thumbnail::getUrl)
                                .isEqualTo(cover.toString()),
                        second -> assertThat(second).isNull());
        SentLimits.check(page);
    }

    @Test
    void linksStandAboveTheMenuAndTheMenuAboveTheButtons() {
        MessageCreateData page = only(ReplySamples.page(SPANISH));

        assertThat(page.getComponents()).hasSize(3);
        assertThat(Shown.labels(page))
                .containsExactly(
                        List.of("1. Title 1", "2. Title 2", "3. Title 3", "4. Title 4", "5. Title 5"),
                        List.of("Más", "Anímame", "Cálmame", "No exactamente: siento…"));
        assertThat(Shown.actions(page)).containsExactly("more", "lift", "calm", "notquite");
        assertThat(page.getComponents().get(1).asActionRow().getComponents().getFirst())
                .isInstanceOf(StringSelectMenu.class);
    }

    @Test
    void theMenuHasWhatCanBeDoneWithASong() {
        MessageCreateData page = only(ReplySamples.page(ENGLISH));

        StringSelectMenu menu = Shown.menus(page).getFirst();
        assertThat(menu.getPlaceholder()).isEqualTo("Songs 1 to 5: 👍, 👎, more like one of them");
        assertThat(menu.getCustomId()).isEqualTo(new CustomId(CustomId.Kind.CHOICE, ANA, "1").text());
        assertThat(menu.getOptions()).hasSize(15);
        assertThat(menu.getOptions().stream().limit(3).map(SelectOption::getLabel))
                .containsExactly("👍 · 1. Title 1", "👎 · 1. Title 1", "More like this · 1. Title 1");
        assertThat(menu.getOptions().stream().limit(3).map(SelectOption::getValue))
                .containsExactly("up1", "down1", "like1");
    }

    @Test
    void tenSongsAreOneMessageWithTwoMenus() {
        MessageCreateData page = only(ReplySamples.page(ENGLISH, songs(10, ENGLISH), plain(5)));

        assertThat(page.getEmbeds()).hasSize(10);
        assertThat(Shown.menus(page))
                .extracting(StringSelectMenu::getPlaceholder)
                .containsExactly(
                        "Songs 1 to 5: 👍, 👎, more like one of them", "Songs 6 to 10: 👍, 👎, more like one of them");
        assertThat(Shown.links(page)).hasSize(10);
        assertThat(Shown.actions(page)).hasSize(5);
    }

    @Test
    void whereThereIsNoRoomLinksGoFirstAndThenMenus() {
        MessageCreateData ten = only(ReplySamples.page(ENGLISH, songs(10, ENGLISH), plain(10)));
        assertThat(Shown.links(ten)).isEmpty();
        assertThat(Shown.options(ten)).hasSize(30);
        assertThat(Shown.actions(ten)).hasSize(10);

        MessageCreateData many = only(ReplySamples.page(ENGLISH, songs(10, ENGLISH), plain(20)));
        assertThat(Shown.menus(many)).hasSize(1);
        assertThat(Shown.actions(many)).hasSize(20);

        MessageCreateData most = only(ReplySamples.page(ENGLISH, songs(5, ENGLISH), plain(30)));
        assertThat(Shown.menus(most)).isEmpty();
        assertThat(Shown.actions(most)).hasSize(25).startsWith("action1");
        assertThat(most.getEmbeds()).extracting(MessageEmbed::getUrl).doesNotContainNull();
    }

    @Test
    void moreSongsAreSeveralMessagesEachWithItsOwnLinks() {
        List<MessageCreateData> messages =
                DiscordReplies.messages(ReplySamples.page(ENGLISH, songs(23, ENGLISH), ReplySamples.own(ENGLISH)), ANA);

        assertThat(messages).extracting(message -> message.getEmbeds().size()).containsExactly(10, 10, 3);
        assertThat(messages).extracting(MessageCreateData::getContent).endsWith("", "");
        assertThat(Shown.links(messages.get(1))).startsWith("11. Title 11").hasSize(10);
        assertThat(Shown.options(messages.getLast()).getFirst().getValue()).isEqualTo("up21");
        assertThat(messages)
                .extracting(message -> Shown.actions(message).size())
                .containsExactly(0, 0, 4);
    }

    @Test
    void anAddressThatNobodyTakesIsNoLink() {
        SongFacts long1 = new SongFacts(null, "ñ".repeat(90), null, null, null, null, null);
        SongFacts long2 = new SongFacts(null, "ñ".repeat(400), null, null, null, null, null);

        MessageCreateData page =
                only(page(List.of(ReplySamples.song(1, long1, ENGLISH), ReplySamples.song(2, long2, ENGLISH))));

        assertThat(Shown.links(page)).isEmpty();
        assertThat(page.getEmbeds())
                .extracting(MessageEmbed::getUrl)
                .satisfiesExactly(
                        url -> assertThat(url).startsWith("https://open.spotify.com/search/"),
                        url -> assertThat(url).isNull());
        SentLimits.check(page);
    }

    @Test
    void aSongThatStandsTwiceCanBeChosenOnce() {
        SongLine song = songs(1, ENGLISH).getFirst();

        MessageCreateData page = only(page(List.of(song, song)));

        assertThat(Shown.options(page)).hasSize(3);
        SentLimits.check(page);
    }

    @Test
    void withoutSongsNothingCloseIsASentence() {
        MessageCreateData nothing = only(ReplySamples.nearest(SPANISH, 0));

        assertThat(nothing.getEmbeds()).isEmpty();
        assertThat(Shown.actions(nothing)).hasSize(4);
    }

    private static Reply page(List<SongLine> songs) {
        return ReplySamples.page(ENGLISH, songs, List.of());
    }

    private static MessageCreateData only(Reply reply) {
        List<MessageCreateData> messages = DiscordReplies.messages(reply, ANA);
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }
}
