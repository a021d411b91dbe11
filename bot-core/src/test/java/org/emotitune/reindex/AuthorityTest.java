package org.emotitune.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.testing.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
    private static final Authority AUTHORITY = new Authority(
            Map.of("telegram", Set.of("1", "-100"), "discord", Set.of("5"), "irc", Set.of()), Set.of("telegram"));

    @ParameterizedTest
    @CsvSource({
        // The platform, the ids, the adapter's word, and whether the caller may.
        "telegram, 1 9,  true,  true",
        "telegram, 9 -100, true, true",
        "telegram, 9 8,  true,  false",
        "telegram, 1 9,  false, false",
        "discord,  5,    true,  true",
        "discord,  6,    true,  false",
        "discord,  5,    false, false",
        "irc,      1,    true,  false",
        "matrix,   1,    true,  true",
        "matrix,   1,    false, false",
        "terminal, 1,    false, true",
    })
    void whoMay(String platform, String ids, boolean vouched, boolean may) {
        Caller caller = new Caller(platform, List.of(ids.split(" ")), vouched);

        if (may) {
            assertThatNoException().isThrownBy(() -> AUTHORITY.check(caller));
        } else {
            assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> AUTHORITY.check(caller));
        }
    }

    @Test
    void withoutAListNobodyMayWhereOneIsNeeded() {
        Authority authority = new Authority(Map.of(), Set.of("telegram"));

        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> authority.check(new Caller("telegram", List.of("1"), true)));
        assertThatNoException().isThrownBy(() -> authority.check(new Caller("discord", List.of("1"), true)));
        assertThatNoException().isThrownBy(() -> authority.check(Caller.atTheTerminal()));
    }

    @Test
    void whoIsRefusedIsLoggedOnce() {
        Authority authority = new Authority(Map.of(), Set.of("telegram"));
        try (LogLines lines = LogLines.of(Authority.class)) {
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(NotAllowedException.class)
                        .isThrownBy(() -> authority.check(new Caller("telegram", List.of("4711"), true)));
            }
            assertThatExceptionOfType(NotAllowedException.class)
                    .isThrownBy(() -> authority.check(new Caller("telegram", List.of("4712"), true)));

            assertThat(lines.all())
                    .containsExactly(
                            "Refused an admin's command to telegram [4711]",
                            "Refused an admin's command to telegram [4712]");
        }
    }
}
