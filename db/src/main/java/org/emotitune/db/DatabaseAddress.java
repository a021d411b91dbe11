package org.emotitune.db;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL database is, and who asks for it.
 *
 * @param jdbcUrl {@code jdbc:postgresql://…} without user and password
 * @param password never part of {@link #toString()}; empty where the server asks for none
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    private static final Pattern JDBC_URL = Pattern.compile("jdbc:postgresql://[^/?]+/[^?]+(\\?.*)?");
    private static final Pattern CREDENTIALS = Pattern.compile("[?&](user|password)=");
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    /** Longer than building an index over the whole catalog takes; a dead server is noticed by then at the latest. */
    private static final int SOCKET_TIMEOUT_SECONDS = 600;

    public DatabaseAddress {
        if (!JDBC_URL.matcher(jdbcUrl).matches() || CREDENTIALS.matcher(jdbcUrl).find()) {
            throw new IllegalArgumentException("not a PostgreSQL JDBC URL free of user and password");
        }
        if (user.isEmpty()) {
            throw new IllegalArgumentException("a database user must have a name");
        }
    }

    /**
     * Reads {@code postgres://user:password@host:port/database?parameters}, the same with {@code postgresql://}, or
     * {@code jdbc:postgresql://host:port/database?user=…&password=…}. Several hosts are separated by commas. Without a
     * user it is the one who runs the program, as everywhere in PostgreSQL.
     *
     * @throws IllegalArgumentException one sentence that tells what is wrong and never repeats the password
     */
    public static DatabaseAddress parse(String text) {
        return AddressParser.parse(text);
    }

    /**
     * Opens a new connection at each request: put a pool in front of it. Connecting is given up after 5 seconds a host,
     * an answer after 10 minutes, unless the URL says {@code connectTimeout} or {@code socketTimeout}.
     */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setURL(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        if (!says("connectTimeout")) {
            source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        }
        if (!says("socketTimeout")) {
            source.setSocketTimeout(SOCKET_TIMEOUT_SECONDS);
        }
        if (!says("tcpKeepAlive")) {
            source.setTcpKeepAlive(true);
        }
        return source;
    }

    /** The same server and user, another database of it. */
    DatabaseAddress withDatabase(String database) {
        String url = jdbcUrl.replaceFirst("(?<=[^/:])/[^?]+", "/" + database);
        return new DatabaseAddress(url, user, password);
    }

    private boolean says(String parameter) {
        return jdbcUrl.matches(".*[?&]" + parameter + "=.*");
    }

    @Override
    public String toString() {
        return "DatabaseAddress[jdbcUrl=" + jdbcUrl + ", user=" + user + ", password=…]";
    }
}
