package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import org.emotitune.db.TestDatabase;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.llm.KnownReadings;
import org.emotitune.llm.KnownReadingsContract;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgKnownReadingsTest implements KnownReadingsContract {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @BeforeEach
    void knowNothing() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE song_reading");
    }

    @Override
    public KnownReadings readings() {
        return new PgKnownReadings(database.dataSource());
    }

    @Test
    void withoutTheDatabaseNothingIsKnownOrKept() {
        HikariDataSource gone = TestPool.of(database.address(), 1);
        gone.close();
        KnownReadings readings = new PgKnownReadings(gone);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> readings.known(READER, List.of(SONG)));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> readings.keep(READER, SONG, HEARD));
    }
}
