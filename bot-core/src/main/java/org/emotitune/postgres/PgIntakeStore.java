package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.intake.IntakeStore;
import org.emotitune.intake.KeptSong.Manner;

/** Imported songs in PostgreSQL. Thread-safe. */
public final class PgIntakeStore implements IntakeStore {
    /** Lyrics that an earlier reading is of are read again only where somebody wants all to be. */
    private static final String TO_READ = """
            SELECT count(*)
              FROM lyric l
              LEFT JOIN profile p ON p.song_id = l.song_id
             WHERE l.words IS NOT NULL
               AND (p.source IS NULL
                    OR (p.source NOT IN ('authored', 'file')
                        AND (p.lyric_hash, p.reader) IS DISTINCT FROM (l.hash, ?)))
               AND l.refused_by IS NULL
            """;

    /** Also songs whose words were not kept, and whose profile is gone. */
    private static final String TO_LOOK_UP = """
            SELECT count(*)
              FROM song s
              LEFT JOIN lyric l ON l.song_id = s.id
             WHERE NOT EXISTS (SELECT 1 FROM profile WHERE song_id = s.id)
               AND (l.state IS NULL OR (l.state = 'found' AND l.words IS NULL AND l.refused_by IS NULL))
            """;

    private final DataSource dataSource;
    private final String reader;
    private final Sql sql;

    /**
     * @param dataSource gives a connection for the whole of an import, beside those for everything else
     * @param reader version of the extractor that lyrics wait for
     */
    public PgIntakeStore(DataSource dataSource, String reader) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.sql = new Sql(dataSource);
    }

    @Override
    public Optional<Intake> begin(String popularitySource, String vocabulary, boolean keepLyrics, boolean trial) {
        Manner manner = new Manner(popularitySource, vocabulary, reader, keepLyrics);
        try {
            return begin(dataSource.getConnection(), manner, trial);
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database did not answer", e);
        }
    }

    private static Optional<Intake> begin(Connection connection, Manner manner, boolean trial) throws SQLException {
        boolean begun = false;
        boolean locked = false;
        try {
            locked = PgLocks.tryLock(connection);
            Optional<Intake> intake = locked ? Optional.of(new PgIntake(connection, manner, trial)) : Optional.empty();
            begun = locked;
            return intake;
        } finally {
            if (locked && !begun) {
                connection.abort(Runnable::run);
            }
            if (!begun) {
                connection.close();
            }
        }
    }

    @Override
    public Waiting waiting() {
        return sql.read(connection -> {
            try (PreparedStatement toRead = Sql.prepare(connection, TO_READ, reader);
                    PreparedStatement toLookUp = Sql.prepare(connection, TO_LOOK_UP)) {
                return new Waiting(number(toRead), number(toLookUp));
            }
        });
    }

    private static long number(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
