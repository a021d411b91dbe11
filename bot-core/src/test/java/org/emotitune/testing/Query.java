package org.emotitune.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into a database behind the program's back. */
public final class Query {
    private static final String TABLES = """
            SELECT format('%I.%I', table_schema, table_name)
              FROM information_schema.tables
             WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
             ORDER BY 1
            """;

    private Query() {}

    /** First column of every row, as text. */
    public static List<String> column(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    public static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every table that is not PostgreSQL's own. */
    public static List<String> tables(DataSource source) throws SQLException {
        return column(source, TABLES);
    }

    /** Every row of a table, as text. */
    public static List<String> rows(DataSource source, String table) throws SQLException {
        return column(source, "SELECT t::text FROM %s AS t".formatted(table));
    }
}
