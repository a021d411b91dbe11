package org.emotitune;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the design. Each one fails if it matches no class. */
class ArchitectureTest {
    private static final ImportOption NO_TESTS =
            location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");
    private static final JavaClasses PROGRAM =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("org.emotitune");

    private static final DescribedPredicate<JavaClass> JDBC = resideInAnyPackage("java.sql..", "javax.sql..")
            .or(resideInAnyPackage("dev.langchain4j.store..", "com.pgvector..", "org.postgresql.."))
            .or(resideInAPackage("com.github.kagkarlsson.."))
            .as("JDBC, the pgvector store or the scheduler");
    private static final DescribedPredicate<JavaClass> POOL =
            resideInAPackage("com.zaxxer..").as("the connection pool");

    @Test
    void allOfTheProgramIsLookedAt() {
        List<String> packages =
                PROGRAM.stream().map(JavaClass::getPackageName).distinct().toList();

        assertThat(PROGRAM.size()).isGreaterThan(80);
        assertThat(packages)
                .contains("org.emotitune", "org.emotitune.db", "org.emotitune.cli", "org.emotitune.postgres")
                .doesNotContain("org.emotitune.testing");
    }

    @Test
    void packagesFormLayers() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("text")
                .definedBy("org.emotitune.text..")
                .layer("song")
                .definedBy("org.emotitune.song..")
                .layer("emotion")
                .definedBy("org.emotitune.emotion..")
                .layer("index")
                .definedBy("org.emotitune.index..")
                .layer("catalog")
                .definedBy("org.emotitune.catalog..")
                .layer("recommend")
                .definedBy("org.emotitune.recommend..")
                .layer("safety")
                .definedBy("org.emotitune.safety..")
                .layer("person")
                .definedBy("org.emotitune.person..")
                .layer("wish")
                .definedBy("org.emotitune.wish..")
                .layer("conversation")
                .definedBy("org.emotitune.conversation..")
                .layer("reception")
                .definedBy("org.emotitune.reception..")
                .layer("job")
                .definedBy("org.emotitune.job..")
                .layer("lookup")
                .definedBy("org.emotitune.lookup..")
                .layer("intake")
                .definedBy("org.emotitune.intake..")
                .layer("reindex")
                .definedBy("org.emotitune.reindex..")
                .layer("admin")
                .definedBy("org.emotitune.admin..")
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .whereLayer("song")
                .mayNotAccessAnyLayer()
                .whereLayer("emotion")
                .mayOnlyAccessLayers("text", "song")
                .whereLayer("index")
                .mayOnlyAccessLayers("emotion", "song")
                .whereLayer("catalog")
                .mayOnlyAccessLayers("index", "emotion", "song")
                .whereLayer("recommend")
                .mayOnlyAccessLayers("person", "catalog", "index", "emotion", "song")
                .whereLayer("safety")
                .mayOnlyAccessLayers("text", "emotion")
                .whereLayer("person")
                .mayOnlyAccessLayers("index", "emotion", "song")
                .whereLayer("conversation")
                .mayOnlyAccessLayers(
                        "text", "person", "wish", "recommend", "safety", "catalog", "index", "emotion", "song")
                .whereLayer("wish")
                .mayOnlyAccessLayers("recommend", "text", "emotion", "song")
                .whereLayer("reception")
                .mayOnlyAccessLayers("conversation", "emotion")
                .whereLayer("job")
                .mayOnlyAccessLayers("reception", "conversation", "person")
                .whereLayer("lookup")
                .mayOnlyAccessLayers("song", "text")
                .whereLayer("intake")
                .mayOnlyAccessLayers("lookup", "index", "emotion", "song")
                .whereLayer("reindex")
                .mayOnlyAccessLayers("lookup", "catalog", "index", "emotion", "song")
                .whereLayer("admin")
                .mayOnlyAccessLayers("reindex", "intake", "lookup", "conversation", "catalog", "index")
                .check(PROGRAM);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("org.emotitune.(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "song",
                "emotion",
                "index",
                "catalog",
                "recommend",
                "safety",
                "person",
                "wish",
                "conversation",
                "reception",
                "job",
                "lookup",
                "intake",
                "reindex",
                "admin",
                "doctor",
                "web",
                "embedded",
                "llm"
            })
    void theDomainKnowsNeitherDatabaseNorTerminal(String name) {
        noClasses()
                .that()
                .resideInAPackage("org.emotitune.%s..".formatted(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.emotitune.postgres..", "org.emotitune.db..", "org.emotitune.cli..")
                .check(PROGRAM);
    }

    @Test
    void onlyThePostgresPackageAndTheDatabaseModuleKnowJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.emotitune.postgres..", "org.emotitune.db..")
                .and()
                .resideOutsideOfPackage("org.emotitune")
                .should()
                .dependOnClassesThat(JDBC)
                .check(PROGRAM);
    }

    @Test
    void onlyTheCompositionRootMakesThePool() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.emotitune")
                .should()
                .dependOnClassesThat(POOL)
                .check(PROGRAM);
    }

    @Test
    void theRulesOnJdbcWouldSeeWhoUsesIt() {
        classes()
                .that()
                .haveSimpleName("PgVectorSongIndex")
                .or()
                .haveSimpleName("Migrator")
                .should()
                .dependOnClassesThat(JDBC)
                .check(PROGRAM);
    }

    @Test
    void onlyTheEmbeddedAndTheLlmPackageKnowAModel() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.emotitune.embedded..", "org.emotitune.llm..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j.model..")
                .check(PROGRAM);
    }

    @Test
    void onlyTheLlmPackageKnowsOpenAi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.emotitune.llm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j.model.openai..", "dev.langchain4j.http..")
                .check(PROGRAM);
        classes()
                .that()
                .haveSimpleName("ChatServer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j.model.openai..")
                .check(PROGRAM);
    }

    @Test
    void theLlmPackageOnlyFillsPorts() {
        classes()
                .that()
                .resideInAPackage("org.emotitune.llm..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.emotitune.catalog..",
                        "org.emotitune.intake..",
                        "org.emotitune.conversation..",
                        "org.emotitune.reindex..",
                        "org.emotitune.config..")
                .check(PROGRAM);
    }

    @Test
    void onlyTheWebPackageKnowsHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.emotitune.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..")
                .check(PROGRAM);
    }

    @Test
    void theWebPackageOnlyFillsPorts() {
        classes()
                .that()
                .resideInAPackage("org.emotitune.web..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.emotitune.catalog..",
                        "org.emotitune.index..",
                        "org.emotitune.emotion..",
                        "org.emotitune.conversation..",
                        "org.emotitune.reindex..")
                .check(PROGRAM);
    }

    @Test
    void nobodyUsesTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.emotitune.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.emotitune.cli..")
                .check(PROGRAM);
    }

    @Test
    void nobodyButTheTerminalUsesTheCompositionRoot() {
        classes()
                .that()
                .resideInAPackage("org.emotitune")
                .should()
                .onlyHaveDependentClassesThat(resideInAPackage("org.emotitune.cli..")
                        .or(DescribedPredicate.describe("are its own", ArchitectureTest::isRoot)))
                .check(PROGRAM);
    }

    @Test
    void safetyNeedsNothingButTextAndEmotions() {
        classes()
                .that()
                .resideInAPackage("org.emotitune.safety..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.emotitune.safety..",
                        "org.emotitune.text..",
                        "org.emotitune.emotion..",
                        "java..",
                        "org.jspecify..")
                .check(PROGRAM);
    }

    @Test
    void peopleAreKeptWithoutAnyLibrary() {
        classes()
                .that()
                .resideInAPackage("org.emotitune.person..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.emotitune.person..",
                        "org.emotitune.song..",
                        "org.emotitune.emotion..",
                        "org.emotitune.index..",
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..")
                .check(PROGRAM);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(PROGRAM);
    }

    @Test
    void onlyTheTerminalPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.emotitune.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PROGRAM);
    }

    private static boolean isRoot(JavaClass type) {
        return type.getPackageName().equals(EmotiTune.class.getPackageName());
    }
}
