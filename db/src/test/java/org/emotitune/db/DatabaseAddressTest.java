package org.emotitune.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        postgres://ana:pw@db:5433/songs                        | jdbc:postgresql://db:5433/songs
        postgresql://ana:pw@db/songs                           | jdbc:postgresql://db:5432/songs
        postgres://ana:pw@a:1,b,[::1]:3/songs                  | jdbc:postgresql://a:1,b:5432,[::1]:3/songs
        postgres://db/songs?user=ana&password=pw               | jdbc:postgresql://db:5432/songs
        postgres://ana:pw@db/songs?sslmode=require&connect_timeout=3 | jdbc:postgresql://db:5432/songs?sslmode=require&connectTimeout=3
        jdbc:postgresql://db/songs?user=ana&password=pw        | jdbc:postgresql://db:5432/songs
        jdbc:postgresql://a:1,b/songs?password=pw&ssl=true&user=ana | jdbc:postgresql://a:1,b:5432/songs?ssl=true
        '  postgres://ana:pw@db/songs  '                       | jdbc:postgresql://db:5432/songs
        """)
    void readsBothSpellings(String text, String jdbcUrl) {
        assertThat(DatabaseAddress.parse(text)).isEqualTo(new DatabaseAddress(jdbcUrl, "ana", "pw"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://a%40na:p%2Fw%3F%25+%20%C3%B1@db/songs",
                "jdbc:postgresql://db/songs?user=a%40na&password=p%2Fw%3F%25%2B%20%C3%B1"
            })
    void decodesUserAndPassword(String text) {
        var address = DatabaseAddress.parse(text);

        assertThat(address.user()).isEqualTo("a@na");
        assertThat(address.password()).isEqualTo("p/w?%+ ñ");
    }

    @Test
    void takesTheLastAtSignAsTheEndOfThePassword() {
        assertThat(DatabaseAddress.parse("postgres://ana:p@w@db/songs").password())
                .isEqualTo("p@w");
    }

    @Test
    void usesTheNameOfThePersonIfThereIsNoUser() {
        var address = DatabaseAddress.parse("postgres://db/songs");

        assertThat(address.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(address.password()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3cret",
                "mysql://ana:s3cret@db/songs",
                "jdbc:mysql://db/songs?user=ana&password=s3cret",
                "http://ana:s3cret@db/songs",
                "postgres://ana:s3cret@db",
                "postgres://ana:s3cret@db/",
                "postgres://ana:s3cret@db/a/b",
                "postgres://ana:s3cret@/songs",
                "postgres://ana:s3cret@db:port/songs",
                "postgres://ana:s3cret@db:0/songs",
                "postgres://ana:s3cret@db:65536/songs",
                "postgres://ana:s3cret@db:/songs",
                "postgres://ana:s3cret@a,,b/songs",
                "postgres://ana:s3cret@d b/songs",
                "postgres://ana:s3cret%@db/songs",
                "postgres://ana:s3cret%zz@db/songs",
                "postgres://ana:s3cret%ff@db/songs",
                "postgres://ana:s3cret%00@db/songs",
                "postgres://ana:/s3cret@db/songs",
                "postgres://ana:?s3cret@db/songs",
                "postgres://ana:#s3cret@db/songs",
                "postgres://ana:s3cret@db/songs?sslmode",
                "postgres://ana:s3cret@db/songs?=x",
                "postgres://ana:s3cret@db/songs?host=other",
                "jdbc:postgresql://ana:s3cret@db/songs",
                "jdbc:postgresql:songs?password=s3cret",
            })
    void refusesAnythingElseWithoutRepeatingThePassword(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.parse(text))
                .withMessageStartingWith("the database address ")
                .withMessageNotContaining("s3cret")
                .withNoCause();
    }

    @Test
    void keepsThePasswordOutOfItsText() {
        assertThat(DatabaseAddress.parse("postgres://ana:s3cret@db/songs"))
                .asString()
                .contains("db:5432/songs", "ana")
                .doesNotContain("s3cret");
    }

    @Test
    void givesUpConnectingAfterFiveSecondsUnlessToldOtherwise() throws SQLException {
        var usual = source("postgres://ana:pw@db/songs");
        var told = source("postgres://ana:pw@db/songs?connect_timeout=30&socketTimeout=7");

        assertThat(usual.getConnectTimeout()).isEqualTo(5);
        assertThat(usual.getSocketTimeout()).isEqualTo(600);
        assertThat(told.getConnectTimeout()).isEqualTo(30);
        assertThat(told.getSocketTimeout()).isEqualTo(7);
    }

    @Test
    void handsUserPasswordAndHostsToTheDriver() throws SQLException {
        var source = source("postgres://ana:p%26w@a:1,b:2/songs");

        assertThat(source.getServerNames()).containsExactly("a", "b");
        assertThat(source.getPortNumbers()).containsExactly(1, 2);
        assertThat(source.getUser()).isEqualTo("ana");
        assertThat(source.getPassword()).isEqualTo("p&w");
        assertThat(source.getDatabaseName()).isEqualTo("songs");
    }

    private static PGSimpleDataSource source(String text) throws SQLException {
        return DatabaseAddress.parse(text).dataSource().unwrap(PGSimpleDataSource.class);
    }
}
