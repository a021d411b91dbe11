package org.emotitune.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.emotitune.reception.OpenChannels;

/** Open channels in PostgreSQL, all of them in memory too. What another process changes is seen by the next start. */
public final class PgOpenChannels implements OpenChannels {
    private static final String OPEN = """
            INSERT INTO open_channel (platform, place) VALUES (?, ?)
            ON CONFLICT (platform, place) DO NOTHING
            """;
    private static final String CLOSE = "DELETE FROM open_channel WHERE platform = ? AND place = ?";
    private static final String ALL = "SELECT platform, place FROM open_channel";

    private final Sql sql;
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();

    private record Channel(String platform, String place) {}

    private PgOpenChannels(Sql sql, Set<Channel> open) {
        this.sql = sql;
        this.open.addAll(open);
    }

    /** @throws org.emotitune.index.StoreUnavailableException if the database does not answer */
    public static PgOpenChannels load(DataSource dataSource) {
        Sql sql = new Sql(dataSource);
        return new PgOpenChannels(sql, sql.read(connection -> {
            Set<Channel> channels = new HashSet<>();
            try (PreparedStatement select = Sql.prepare(connection, ALL);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    channels.add(new Channel(row.getString("platform"), row.getString("place")));
                }
            }
            return channels;
        }));
    }

    /** One change at a time, so that memory and table cannot end up differing. */
    @Override
    public synchronized boolean open(String platform, String place) {
        sql.update(OPEN, platform, place);
        return open.add(new Channel(platform, place));
    }

    @Override
    public synchronized boolean close(String platform, String place) {
        sql.update(CLOSE, platform, place);
        return open.remove(new Channel(platform, place));
    }

    @Override
    public boolean isOpen(String platform, String place) {
        return open.contains(new Channel(platform, place));
    }

    @Override
    public Set<String> all(String platform) {
        return open.stream()
                .filter(channel -> channel.platform().equals(platform))
                .map(Channel::place)
                .collect(Collectors.toUnmodifiableSet());
    }
}
