package org.emotitune.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigratorTest {
    private static final String ONE = "org/emotitune/db/one";
    private static final String TWO = "org/emotitune/db/two";
    private static final String CHANGED = "org/emotitune/db/changed";
    private static final String BROKEN = "org/emotitune/db/broken";

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final DatabaseAddress address = server.address()
            .withDatabase("emotitune_empty_" + UUID.randomUUID().toString().replace("-", ""));
    private final DataSource empty = address.dataSource();

    @BeforeEach
    void createEmptyDatabase() throws SQLException {
        execute(server.dataSource(), "CREATE DATABASE %s TEMPLATE template0".formatted(name()));
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        execute(server.dataSource(), "DROP DATABASE %s WITH (FORCE)".formatted(name()));
    }

    @Test
    void makesTheSchemaInAnEmptyDatabase() {
        Migration done = Migrator.migrate(empty);

        assertThat(done.from()).isNull();
        assertThat(done.count()).isPositive();
        assertThat(Migrator.migrate(empty)).isEqualTo(new Migration(done.to(), done.to(), 0));
    }

    @Test
    void appliesWhatIsMissing() throws SQLException {
        assertThat(Migrator.migrate(empty, ONE)).isEqualTo(new Migration(null, "1", 1));

        assertThat(Migrator.migrate(empty, TWO)).isEqualTo(new Migration("1", "2", 1));

        assertThat(tables()).contains("first_table", "second_table");
    }

    @Test
    void appliesEachMigrationOnceWhenManyStartAtOnce() throws Exception {
        List<Callable<Migration>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(() -> Migrator.migrate(address.dataSource(), TWO));
        }

        int applied = 0;
        try (var threads = Executors.newFixedThreadPool(starts.size())) {
            for (Future<Migration> migration : threads.invokeAll(starts)) {
                assertThat(migration.get().to()).isEqualTo("2");
                applied += migration.get().count();
            }
        }

        assertThat(applied).isEqualTo(2);
    }

    @Test
    void installsTheVectorExtensionInAnUnpreparedDatabase() throws SQLException {
        Migrator.migrate(empty, TWO);

        execute(empty, "INSERT INTO second_table VALUES ('[1,2,3]')");
    }

    @Test
    void refusesASchemaThatIsNewerThanTheProgram() {
        Migrator.migrate(empty, TWO);

        migrationFails(empty, ONE).withMessageContainingAll("version 2", "up to 1", "update EmotiTune");
    }

    @Test
    void refusesASchemaThatWasMadeByOtherMigrations() {
        Migrator.migrate(empty, ONE);

        migrationFails(empty, CHANGED).withMessageContaining("other migrations than this program's");
    }

    @Test
    void refusesADatabaseThatBelongsToSomethingElse() throws SQLException {
        execute(empty, "CREATE TABLE somebody_elses (x int)");

        migrationFails(empty, ONE).withMessageContaining("a database of its own");
    }

    @Test
    void undoesAMigrationThatFails() throws SQLException {
        migrationFails(empty, BROKEN).withMessageContainingAll("failed and was undone", "no_such_table", "42P01");

        assertThat(tables()).contains("first_table").doesNotContain("second_table");
    }

    @Test
    void namesTheHostAndPortOfAServerThatCannotBeReached() {
        var nobody = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/songs", "ana", "s3cret");

        migrationFails(nobody.dataSource(), ONE)
                .withMessageContainingAll("127.0.0.1:1", "cannot be reached")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void tellsThatThePasswordIsWrong() {
        var wrong = new DatabaseAddress(address.jdbcUrl(), address.user(), "s3cret");

        migrationFails(wrong.dataSource(), ONE)
                .withMessageContaining("refuses the user's password")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void tellsThatTheDatabaseDoesNotExist() {
        var missing = address.withDatabase("emotitune_nowhere");

        migrationFails(missing.dataSource(), ONE).withMessageContainingAll("does not exist", "CREATE DATABASE");
    }

    @Test
    void tellsThatTheUserMayNotInstallTheExtension() throws SQLException {
        String role = name() + "_owner";
        execute(server.dataSource(), "CREATE ROLE %s LOGIN PASSWORD 'pw'".formatted(role));
        try {
            var owner = new DatabaseAddress(address.jdbcUrl(), role, "pw");

            migrationFails(owner.dataSource(), ONE).withMessageContaining("CREATE EXTENSION vector");
        } finally {
            execute(server.dataSource(), "DROP ROLE " + role);
        }
    }

    @Test
    void tellsThatTheServerHasNoPgvector() throws SQLException {
        execute(empty, "CREATE SCHEMA bare");
        execute(empty, "CREATE VIEW bare.pg_available_extensions AS SELECT 'hstore'::name AS name");
        execute(empty, "ALTER DATABASE %s SET search_path = bare, pg_catalog, public".formatted(name()));

        migrationFails(empty, ONE).withMessageContainingAll("install pgvector", "pgvector/pgvector:pg17");
    }

    private static ThrowableAssertAlternative<DatabaseException> migrationFails(DataSource source, String folder) {
        return assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> Migrator.migrate(source, folder));
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = empty.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT tablename FROM pg_tables")) {
            while (rows.next()) {
                tables.add(rows.getString("tablename"));
            }
        }
        return tables;
    }

    private String name() {
        return address.jdbcUrl().replaceFirst("^.*/([^/?]+)(\\?.*)?$", "$1");
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
