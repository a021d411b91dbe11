package org.emotitune.db;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.common.BaseDataSource;

/** Turns the driver's exceptions into sentences, by SQLState: the prose of server and driver is localized. */
final class SqlFailures {
    static final String UNDEFINED_TABLE = "42P01";
    static final String NOT_PERMITTED = "42501";

    private SqlFailures() {}

    static DatabaseException translate(SQLException failure, DataSource source) {
        String place = place(source);
        String state = state(failure);
        if (state.startsWith("08")) {
            return new DatabaseException(unreachable(failure, place), failure);
        }
        String sentence = switch (state) {
            case "28P01" -> "The database server at %s refuses the user's password.".formatted(place);
            case "28000" ->
                "The database server at %s does not let this user in: check the user's name, pg_hba.conf and sslmode."
                        .formatted(place);
            case "3D000" ->
                "The database named in the address does not exist on the server at %s: create it with CREATE DATABASE."
                        .formatted(place);
            case "53300" -> "The database server at %s has no connection left to give.".formatted(place);
            case "57P03" ->
                "The database server at %s is starting up or shutting down: try again in a moment.".formatted(place);
            case "53100" -> "The disk of the database server at %s is full.".formatted(place);
            case "25006" -> "The database at %s can only be read.".formatted(place);
            case NOT_PERMITTED ->
                "The database user lacks a right on the server at %s: %s.".formatted(place, firstLine(failure));
            default -> "The database at %s failed: %s (SQLState %s).".formatted(place, firstLine(failure), state);
        };
        return new DatabaseException(sentence, failure);
    }

    private static String unreachable(SQLException failure, String place) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "The database server at %s cannot be reached: the host's name is not known.".formatted(place);
            }
        }
        return "The database server at %s cannot be reached: is it running, and is the address right?".formatted(place);
    }

    /** The SQLState nearest to the root, for pools wrap the driver's exception; empty if there is none. */
    static String state(Throwable failure) {
        String state = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }

    static @Nullable SQLException sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        String line = message.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static String place(DataSource source) {
        try {
            BaseDataSource base =
                    source instanceof BaseDataSource direct ? direct : source.unwrap(BaseDataSource.class);
            var place = new StringJoiner(",");
            for (int i = 0; i < base.getServerNames().length; i++) {
                place.add(base.getServerNames()[i] + ":" + base.getPortNumbers()[i]);
            }
            return place.toString();
        } catch (SQLException e) {
            return "the configured address";
        }
    }
}
