package org.emotitune.telegram;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The adapter knows Telegram and the conversation; how songs are found is none of its business. */
class ThinAdapterTest {
    private static final JavaClasses ADAPTER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.emotitune.telegram");

    @Test
    void itKnowsNoDatabaseAndNoLanguageModel() {
        noClasses()
                .that()
                .resideInAPackage("org.emotitune.telegram")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "dev.langchain4j..",
                        "org.emotitune.db..",
                        "org.emotitune.postgres..",
                        "org.emotitune.llm..",
                        "org.emotitune.embedded..",
                        "org.emotitune.web..")
                .check(ADAPTER);
    }

    @Test
    void whatTellsUpdatesAndWritesRepliesCallsNobody() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(TelegramUpdates|TelegramReplies|TapReplies|InlineResults|SongGrid|Html|Keyboards)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "org.telegram.telegrambots.client..", "java.net.http..")
                .check(ADAPTER);
    }
}
