package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotitune.EmotiTune;
import org.emotitune.config.Settings;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.recommend.Wish;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is in the database after a conversation: all of every table is looked through. */
class PrivacyTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home = Path.of("");

    private static final List<String> MESSAGES = List.of(
            "estoy muy triste porque mi perro Pirulin se ha muerto, vivo en Villaquerida",
            "so happy!!! Quackenbush said yes, call me at 555-0199-37",
            "quiero suicidarme, soy Pirulina de Villaquerida",
            "Qwrtzpl");
    private static final List<String> TRACES =
            List.of("pirulin", "villaquerida", "quackenbush", "555-0199-37", "suicidarme", "qwrtzpl", "said yes");

    private static List<String> before = List.of();
    private static List<String> after = List.of();

    @BeforeAll
    static void talk() throws SQLException {
        Settings settings = new Settings(database.address(), home, true, Language.ENGLISH);
        try (EmotiTune emotiTune = EmotiTune.start(settings, Map.of(), step -> {})) {
            before = dump();
            for (String message : MESSAGES) {
                emotiTune.conversation().answer(message, Wish.DEFAULT);
            }
            after = dump();
        }
    }

    @Test
    void everyTableIsLookedThrough() {
        assertThat(after)
                .hasSizeGreaterThan(1_000)
                .anyMatch(row -> row.startsWith("public.song:"))
                .anyMatch(row -> row.startsWith("public.profile_word:"))
                .anyMatch(row -> row.startsWith("public.word_embedding:"))
                .anyMatch(row -> row.startsWith("public.flyway_schema_history:"));
    }

    @Test
    void nothingOfAMessageIsInAnyTable() {
        assertThat(after)
                .isNotEmpty()
                .noneMatch(row -> TRACES.stream().anyMatch(row.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    void aConversationLeavesTheDatabaseAsItWas() {
        assertThat(after).isNotEmpty().isEqualTo(before);
    }

    private static List<String> dump() throws SQLException {
        List<String> dump = new ArrayList<>();
        for (String table : Query.tables(database.dataSource())) {
            Query.rows(database.dataSource(), table).forEach(row -> dump.add(table + ": " + row));
        }
        dump.sort(Comparator.naturalOrder());
        return dump;
    }
}
