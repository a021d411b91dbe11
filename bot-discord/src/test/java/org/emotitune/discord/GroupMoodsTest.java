package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.GroupTable.ACTIONS;
import static org.emotitune.discord.GroupTable.JOY;
import static org.emotitune.discord.GroupTable.SAD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.emotitune.conversation.Texts;
import org.emotitune.discord.GroupMoods.Beginning;
import org.emotitune.discord.GroupMoods.Start;
import org.emotitune.discord.GroupMoods.Tapped;
import org.emotitune.discord.GroupTable.Recorded;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupMoodsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long ANA = 1;
    private static final long BEN = 2;

    private final GroupTable table = new GroupTable();

    @Test
    void afterAMinuteEverybodysMoodIsAnsweredOnce() {
        Recorded shown = table.begin(7);
        table.tap(7, ANA, JOY);
        table.tap(7, BEN, SAD);

        table.time.advance(Duration.ofSeconds(59));
        List<String> before = List.copyOf(shown.events);
        table.time.advance(Duration.ofSeconds(1));
        table.time.advance(Duration.ofHours(1));

        assertThat(before).isEmpty();
        assertThat(shown.events).hasSize(2).last().isEqualTo("answer");
        assertThat(shown.events.getFirst()).contains("2 people have tapped").endsWith("[]");
        assertThat(table.asked).hasSize(1);
        assertThat(table.asked.getFirst()).containsExactlyInAnyOrder(JOY, SAD);
    }

    @Test
    void theLastTapOfAPersonCounts() {
        table.begin(7);
        table.tap(7, ANA, JOY);
        table.tap(7, BEN, JOY);
        Tapped last = table.tap(7, ANA, SAD);

        table.aMinutePasses();

        assertThat(GroupTable.labels(message(last))).contains("joy · 1", "sadness · 1");
        assertThat(table.asked.getFirst()).containsExactlyInAnyOrder(JOY, SAD);
    }

    @Test
    void whoTapsTheSameAgainCountsOnce() {
        table.begin(7);
        table.tap(7, ANA, JOY);

        Tapped again = table.tap(7, ANA, JOY);

        assertThat(GroupTable.labels(message(again))).contains("joy · 1");
    }

    @Test
    void aRoundThatNobodyTappedIsAnsweredToo() {
        Recorded shown = table.begin(7);

        table.aMinutePasses();

        assertThat(shown.events).hasSize(2);
        assertThat(table.asked).containsExactly(List.of());
    }

    @Test
    void aTapAfterTheEndDoesNotCountAndIsToldSoInThePersonsLanguage() {
        table.begin(7);
        table.aMinutePasses();

        Tapped late = table.tap(7, ANA, JOY);

        assertThat(told(late)).isEqualTo(Texts.in(Language.SPANISH, "group.over"));
    }

    @Test
    void aRoundOfBeforeARestartIsOver() {
        table.begin(7);

        Tapped tapped = new GroupTable().tap(7, ANA, JOY);

        assertThat(told(tapped)).isEqualTo(Texts.in(Language.SPANISH, "group.over"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forged", "joy", "\u0000"})
    void whatIsNoMoodOfTheRoundDoesNotCount(String action) {
        table.begin(7);

        assertThat(table.tap(7, ANA, action)).isInstanceOf(Tapped.Over.class);
        table.aMinutePasses();

        assertThat(table.asked).containsExactly(List.of());
    }

    @Test
    void roundsKnowNothingOfEachOther() {
        table.begin(7);
        table.begin(8);
        table.tap(7, ANA, JOY);
        table.tap(8, ANA, SAD);

        table.aMinutePasses();

        assertThat(table.asked).containsExactlyInAnyOrder(List.of(JOY), List.of(SAD));
    }

    @Test
    void thereIsOneRoundAtATimeInAChannelAndForAHost() {
        table.begin(7);
        Beginning open = GroupTable.beginning(7);
        Beginning sameChannel = new Beginning(8, open.place(), 99, Language.SPANISH);
        Beginning sameHost = new Beginning(8, GroupTable.beginning(8).place(), open.host(), Language.SPANISH);

        assertThat(refusal(sameChannel)).isEqualTo(Texts.in(Language.SPANISH, "group.open"));
        assertThat(refusal(sameHost)).isEqualTo(Texts.in(Language.SPANISH, "group.open"));
        table.aMinutePasses();

        assertThat(table.moods.start(sameChannel, new Recorded())).isInstanceOf(Start.Begun.class);
    }

    @Test
    void thereAreOnlySoManyRoundsAtATime() {
        for (int round = 1; round <= GroupMoods.MOST_ROUNDS; round++) {
            table.begin(round);
        }

        assertThat(refusal(GroupTable.beginning(5000))).isEqualTo(Texts.in(Language.ENGLISH, "apology.busy"));
        table.aMinutePasses();

        assertThat(table.asked).hasSize(GroupMoods.MOST_ROUNDS);
        assertThat(table.moods.start(GroupTable.beginning(5000), new Recorded()))
                .isInstanceOf(Start.Begun.class);
    }

    @Test
    void theEndWaitsForAChangeOfTheMessageThatWouldUndoIt() {
        Recorded shown = table.begin(7);
        Runnable changed =
                counted(table.moods.tap(7, ANA, JOY, Language.ENGLISH)).shown();

        table.aMinutePasses();
        Tapped late = table.tap(7, BEN, SAD);
        List<String> meanwhile = List.copyOf(shown.events);
        changed.run();
        table.time.advance(Duration.ZERO);

        assertThat(meanwhile).isEmpty();
        assertThat(late).isInstanceOf(Tapped.Over.class);
        assertThat(shown.events).hasSize(2);
        assertThat(table.asked).containsExactly(List.of(JOY));
    }

    @Test
    void theEndDoesNotWaitLongForAChangeThatNeverComes() {
        Recorded shown = table.begin(7);
        Runnable changed =
                counted(table.moods.tap(7, ANA, JOY, Language.ENGLISH)).shown();

        table.aMinutePasses();
        table.time.advance(GroupMoods.LAST_CHANGES);
        changed.run();
        table.time.advance(Duration.ZERO);

        assertThat(shown.events).hasSize(2);
        assertThat(table.asked).containsExactly(List.of(JOY));
    }

    @Test
    void whenTheBotStopsOpenRoundsEndEarlyAndNoneBegins() {
        Recorded one = table.begin(7);
        Recorded other = table.begin(8);
        table.tap(7, ANA, JOY);

        table.moods.close(PATIENCE);

        assertThat(one.events).hasSize(2);
        assertThat(other.events).hasSize(2);
        assertThat(table.asked).containsExactlyInAnyOrder(List.of(JOY), List.of());
        assertThat(refusal(GroupTable.beginning(9))).isEqualTo(Texts.in(Language.ENGLISH, "apology.busy"));
        table.aMinutePasses();
        assertThat(table.asked).hasSize(2);
    }

    @Test
    void whenTheBotStopsARoundWhoseMessageIsStillChangingEndsAllTheSame() {
        Recorded shown = table.begin(7);
        Tapped tapped = table.moods.tap(7, ANA, JOY, Language.ENGLISH);

        table.moods.close(Duration.ZERO);

        assertThat(tapped).isInstanceOf(Tapped.Counted.class);
        assertThat(shown.events).hasSize(2);
        assertThat(table.asked).containsExactly(List.of(JOY));
    }

    @Test
    void aRoundWhoseMessageIsGoneIsDropped() {
        Recorded shown = table.begin(7);

        table.moods.drop(7);
        table.moods.drop(7);
        table.moods.drop(8);
        table.aMinutePasses();

        assertThat(shown.events).isEmpty();
        assertThat(table.asked).isEmpty();
        assertThat(table.tap(7, ANA, JOY)).isInstanceOf(Tapped.Over.class);
        assertThat(table.begin(7).events).isEmpty();
    }

    @Test
    void whereTheMessageCannotBeChangedTheSongsComeAllTheSame() {
        Recorded shown = new Recorded() {
            @Override
            public void update(MessageEditData ended) {
                throw new IllegalStateException("gone");
            }
        };
        table.moods.start(GroupTable.beginning(7), shown);

        table.aMinutePasses();

        assertThat(shown.events).containsExactly("answer");
        assertThat(table.begin(7).events).isEmpty();
    }

    @Test
    void whereTheSongsFailThereIsAnApology() {
        List<MessageCreateData> answers = new ArrayList<>();
        GroupMoods failing = new GroupMoods(
                GroupTable::question,
                (actions, language) -> {
                    throw new IllegalStateException("no songs");
                },
                table.time,
                table.time);
        failing.start(GroupTable.beginning(7), new Recorded() {
            @Override
            public void answer(List<MessageCreateData> songs) {
                answers.addAll(songs);
            }
        });

        table.aMinutePasses();

        assertThat(answers).hasSize(1);
        assertThat(failing.tap(7, ANA, JOY, Language.ENGLISH)).isInstanceOf(Tapped.Over.class);
    }

    @Test
    void everyMoodCanBeTapped() {
        table.begin(7);

        for (int person = 0; person < ACTIONS.size(); person++) {
            table.tap(7, person, ACTIONS.get(person));
        }
        table.aMinutePasses();

        assertThat(Set.copyOf(table.asked.getFirst())).isEqualTo(Set.copyOf(ACTIONS));
    }

    private String refusal(Beginning beginning) {
        return table.moods.start(beginning, new Recorded()) instanceof Start.Refused(var told)
                ? told.getContent()
                : "begun";
    }

    private static Tapped.Counted counted(Tapped tapped) {
        return (Tapped.Counted) tapped;
    }

    private static MessageEditData message(Tapped tapped) {
        return counted(tapped).message();
    }

    private static String told(Tapped tapped) {
        return tapped instanceof Tapped.Over(var told) ? told.getContent() : "counted";
    }
}
