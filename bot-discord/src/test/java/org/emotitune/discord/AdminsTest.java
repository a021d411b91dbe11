package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emotitune.discord.Admins.Refusal;
import org.emotitune.discord.Standing.Server;
import org.emotitune.discord.Standing.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is an admin where: server, permission, who sees the channel, and which channels are listed. */
class AdminsTest {
    private static final long BOSS = 7;
    private static final long OFFICE = 100;
    private static final long OTHER = 200;
    private static final long THREAD = 101;

    private static final Set<String> NO_LIST = Set.of();
    private static final Set<String> THE_OFFICE = Set.of("100");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "NONE,          true,  HIDDEN,  NO_SERVER",
                "NONE,          false, UNKNOWN, NO_SERVER",
                "NOT_INSTALLED, true,  HIDDEN,  NOT_INSTALLED",
                "NOT_INSTALLED, false, VISIBLE, NOT_INSTALLED",
                "NOT_LOADED,    true,  HIDDEN,  NOT_LOADED",
                "NOT_LOADED,    false, UNKNOWN, NOT_LOADED",
                "HERE,          false, HIDDEN,  NOT_MANAGER",
                "HERE,          false, VISIBLE, NOT_MANAGER",
                "HERE,          false, UNKNOWN, NOT_MANAGER",
                "HERE,          true,  VISIBLE, VISIBLE",
                "HERE,          true,  UNKNOWN, UNKNOWN_SIGHT",
                "HERE,          true,  HIDDEN,  -"
            })
    void whoeverMayNotIsToldWhy(Server server, boolean manages, Sight sight, Refusal refusal) {
        Standing standing = new Standing(BOSS, server, manages, sight, List.of(OFFICE));

        assertThat(new Admins(NO_LIST).refusal(standing).orElse(null)).isEqualTo(refusal);
        assertThat(new Admins(THE_OFFICE).refusal(standing).orElse(null)).isEqualTo(refusal);
    }

    @Test
    void onlyOneCornerOfTheWholeMatrixIsAllowed() {
        List<Standing> allowed = new ArrayList<>();
        List<Standing> right = new ArrayList<>();
        Admins admins = new Admins(THE_OFFICE);
        for (Standing standing : all()) {
            if (admins.refusal(standing).isEmpty()) {
                allowed.add(standing);
            }
            if (standing.server() == Server.HERE
                    && standing.manages()
                    && standing.sight() == Sight.HIDDEN
                    && standing.channels().contains(OFFICE)) {
                right.add(standing);
            }
            assertThat(admins.caller(standing).vouched()).isEqualTo(allowed.contains(standing));
        }
        assertThat(allowed).hasSize(2).containsExactlyElementsOf(right);
    }

    private static List<Standing> all() {
        List<Standing> all = new ArrayList<>();
        for (Server server : Server.values()) {
            for (Sight sight : Sight.values()) {
                for (boolean manages : List.of(true, false)) {
                    for (List<Long> channels :
                            List.of(List.of(OFFICE), List.of(OTHER), List.of(THREAD, OFFICE), List.of(THREAD, OTHER))) {
                        all.add(new Standing(BOSS, server, manages, sight, channels));
                    }
                }
            }
        }
        assertThat(all).hasSize(4 * 3 * 2 * 4);
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "'',      100,     true",
        "'',      200,     true",
        "100,     100,     true",
        "100,     200,     false",
        "100;200, 200,     true",
        "100,     101;100, true",
        "101,     101;100, true",
        "101,     100,     false",
        "100,     201;200, false",
        "7,       100,     false"
    })
    void whereChannelsAreListedOneOfThemIsNeeded(String list, String channels, boolean allowed) {
        Set<String> listed = list.isEmpty() ? Set.of() : Set.of(list.split(";"));
        List<Long> ids =
                List.of(channels.split(";")).stream().map(Long::valueOf).toList();

        assertThat(new Admins(listed).refusal(new Standing(BOSS, Server.HERE, true, Sight.HIDDEN, ids)))
                .isEqualTo(allowed ? Optional.empty() : Optional.of(Refusal.NOT_LISTED));
    }

    @Test
    void theCoreGetsThePersonAndThenTheChannels() {
        Standing standing = new Standing(BOSS, Server.HERE, true, Sight.HIDDEN, List.of(THREAD, OFFICE));

        assertThat(new Admins(NO_LIST).caller(standing).platform()).isEqualTo("discord");
        assertThat(new Admins(NO_LIST).caller(standing).ids()).containsExactly("7", "101", "100");
        assertThat(new Admins(NO_LIST).caller(standing).vouched()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsASentenceOfItsOwn(Refusal refusal) {
        assertThat(refusal.sentence()).matches("[A-Z@].{20,180}\\.");
        assertThat(EnumSet.complementOf(EnumSet.of(refusal)))
                .extracting(Refusal::sentence)
                .doesNotContain(refusal.sentence());
    }

    @Test
    void nobodyAsksNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Standing(BOSS, Server.NONE, false, Sight.UNKNOWN, List.of()));
    }
}
