package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupRepliesTest {
    private static final Instant END = Instant.ofEpochSecond(1_732_356_060);

    @ParameterizedTest
    @EnumSource
    void anOpenRoundAsksAndTellsItsEndInTheReadersOwnTime(Language language) {
        MessageCreateData message = GroupReplies.open(view(language, Map.of()));

        assertThat(message.getContent())
                .contains(Texts.in(language, "group.question"))
                .contains("<t:1732356060:R>")
                .contains(Texts.in(language, "group.tapped.none"));
        assertThat(message.getAllowedMentions()).isEmpty();
    }

    @Test
    void itHasTwoRowsOfFourMoodsWithoutCountsAtFirst() {
        MessageCreateData message = GroupReplies.open(view(Language.ENGLISH, Map.of()));

        assertThat(message.getComponents()).hasSize(2);
        assertThat(GroupTable.labels(message))
                .containsExactly("joy", "love", "peace", "strength", "longing", "sadness", "fear", "anger");
    }

    @Test
    void itTellsHowManyTappedWhat() {
        MessageCreateData message =
                GroupReplies.open(view(Language.ENGLISH, Map.of(GroupTable.JOY, 12, GroupTable.SAD, 1)));

        assertThat(GroupTable.labels(message)).contains("joy · 12", "love", "sadness · 1");
        assertThat(message.getContent()).contains("13 people have tapped.");
    }

    @Test
    void onePersonIsOnePerson() {
        assertThat(GroupReplies.open(view(Language.SPANISH, Map.of(GroupTable.SAD, 1)))
                        .getContent())
                .contains("Ha tocado 1 persona.");
    }

    @Test
    void buttonsCarryTheRoundAndTheMoodWithinDiscordsLimitWhateverTheRoundsId() {
        GroupRound.View longest = new GroupRound.View(-1L, GroupTable.question(Language.ENGLISH), Map.of(), END);

        List<String> ids = GroupTable.buttons(GroupReplies.open(longest)).stream()
                .map(Button::getCustomId)
                .toList();

        assertThat(ids).allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(CustomId.LONGEST));
        assertThat(ids.stream().map(id -> CustomId.of(id).orElseThrow()).collect(Collectors.toList()))
                .containsExactlyElementsOf(GroupTable.ACTIONS.stream()
                        .map(action -> new CustomId(CustomId.Kind.MOOD, -1L, action))
                        .toList());
    }

    @Test
    void aRoundThatIsOverHasNothingToTap() {
        MessageEditData message = GroupReplies.ended(view(Language.ENGLISH, Map.of(GroupTable.JOY, 2)));

        assertThat(message.getContent()).isEqualTo("2 people have tapped. The round is over. Thank you!");
        assertThat(message.toData().getArray("components").isEmpty()).isTrue();
        assertThat(message.getAllowedMentions()).isEmpty();
    }

    @Test
    void whatIsToldToOnePersonIsASentenceInTheirLanguage() {
        assertThat(GroupReplies.told("group.over", Language.SPANISH).getContent())
                .isEqualTo(Texts.in(Language.SPANISH, "group.over"));
    }

    private static GroupRound.View view(Language language, Map<String, Integer> counts) {
        return new GroupRound.View(7, GroupTable.question(language), counts, END);
    }
}
