package org.emotitune.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.emotitune.db.DatabaseAddress;
import org.emotitune.postgres.PgVectorSongIndex;

/** A pool whose connections are set up as the program sets its own up. */
public final class TestPool {
    private TestPool() {}

    public static HikariDataSource of(DatabaseAddress address, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(address.dataSource());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(PgVectorSongIndex.SESSION);
        return new HikariDataSource(config);
    }
}
