package org.emotitune;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.emotitune.config.Settings;
import org.emotitune.db.DatabaseAddress;
import org.emotitune.db.EmbeddedPostgres;
import org.emotitune.db.Migration;
import org.emotitune.db.Migrator;
import org.emotitune.postgres.PgVectorSongIndex;
import org.jspecify.annotations.Nullable;

/** The migrated database, its pool, and the embedded server if that is what it runs on. */
record Database(
        @Nullable EmbeddedPostgres server, HikariDataSource pool, Migration migration, AtomicReference<Runnable> onExit)
        implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final long CONNECTION_TIMEOUT_MS = 5_000;

    static Database open(Settings settings, Map<String, String> environment, Consumer<String> progress) {
        DatabaseAddress configured = settings.database();
        EmbeddedPostgres server = null;
        // Ctrl-C and SIGTERM end the process without closing anything.
        AtomicReference<Runnable> onExit = new AtomicReference<>(() -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> onExit.get().run(), "close"));
        if (configured == null) {
            progress.accept("starting the embedded PostgreSQL");
            server = EmbeddedPostgres.open(settings.home(), EmbeddedPostgres.defaultCache(environment), progress);
            configured = server.address();
            onExit.set(server::close);
        }
        try {
            Migration migration = Migrator.migrate(configured.dataSource());
            return new Database(server, pool(configured), migration, onExit);
        } catch (RuntimeException e) {
            if (server != null) {
                server.close();
            }
            throw e;
        }
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("emotitune");
        config.setDataSource(address.dataSource());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
        config.setConnectionInitSql(PgVectorSongIndex.SESSION);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            server.close();
        }
    }
}
