package org.emotitune.discord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The adapter knows Discord and the conversation; how songs are found is none of its business. */
class ThinAdapterTest {
    private static final JavaClasses ADAPTER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.emotitune.discord");

    @Test
    void itKnowsNoDatabaseAndNoLanguageModel() {
        noClasses()
                .that()
                .resideInAPackage("org.emotitune.discord")
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
    void whatReadsEventsAndWritesRepliesCallsNobody() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(Incoming|Wanted|CustomId|Admins|Standing|GroupReplies|DiscordReplies|SongEmbeds"
                                + "|SongMenus|Components|SlashCommands|Markdown|MoodColor)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "okhttp3..",
                        "net.dv8tion.jda.api.events..",
                        "net.dv8tion.jda.api.requests..",
                        "net.dv8tion.jda.api.sharding..",
                        "net.dv8tion.jda.internal..")
                .check(ADAPTER);
    }
}
