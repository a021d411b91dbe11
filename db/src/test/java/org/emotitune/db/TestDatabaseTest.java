package org.emotitune.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {
    @RegisterExtension
    static final TestDatabase first = new TestDatabase();

    @RegisterExtension
    static final TestDatabase second = new TestDatabase();

    @Test
    void isMigrated() {
        assertThat(Migrator.migrate(first.dataSource()).count()).isZero();
    }

    @Test
    void isASeparateOneForEachExtension() throws SQLException {
        execute(first, "CREATE TABLE only_in_the_first (x int)");

        execute(second, "CREATE TABLE only_in_the_first (x int)");

        assertThat(first.address()).isNotEqualTo(second.address());
    }

    @Test
    void measuresCosineDistanceAndSearchesWithAnHnswIndex() throws SQLException {
        execute(first, "CREATE TABLE point (v vector(2))");
        execute(first, "INSERT INTO point VALUES ('[1,2]'), ('[2,1]'), ('[-1,-2]')");
        execute(first, "CREATE INDEX point_hnsw ON point USING hnsw (v vector_cosine_ops)");

        try (Connection connection = first.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            try (ResultSet plan =
                    statement.executeQuery("EXPLAIN SELECT v FROM point ORDER BY v <=> '[2,1]' LIMIT 2")) {
                plan.next();
                plan.next();
                assertThat(plan.getString(1)).contains("Index Scan using point_hnsw");
            }
            try (ResultSet rows = statement.executeQuery(
                    "SELECT v::text AS v, v <=> '[2,1]' AS distance FROM point ORDER BY v <=> '[2,1]' LIMIT 2")) {
                rows.next();
                assertThat(rows.getString("v")).isEqualTo("[2,1]");
                rows.next();
                assertThat(rows.getDouble("distance")).isEqualTo(0.2, org.assertj.core.data.Offset.offset(1e-6));
            }
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
