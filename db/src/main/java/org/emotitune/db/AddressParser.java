package org.emotitune.db;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads both spellings of a database address. No message repeats what it read: any part may be a misplaced password. */
final class AddressParser {
    private static final String JDBC = "jdbc:postgresql://";
    private static final Pattern LIBPQ = Pattern.compile("postgres(?:ql)?://");
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(.*))?");
    private static final String ENCODE = " (in a password, write @ as %40, / as %2F, ? as %3F, # as %23 and % as %25)";
    /** What libpq calls otherwise than the JDBC driver; the rest has the same name in both or is unknown to one. */
    private static final Map<String, String> JDBC_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode");

    private final boolean jdbc;
    private final String text;

    private AddressParser(boolean jdbc, String text) {
        this.jdbc = jdbc;
        this.text = text;
    }

    static DatabaseAddress parse(String text) {
        String address = text.strip();
        Matcher libpq = LIBPQ.matcher(address);
        if (libpq.lookingAt()) {
            return new AddressParser(false, address.substring(libpq.end())).parse();
        }
        if (address.startsWith(JDBC)) {
            return new AddressParser(true, address.substring(JDBC.length())).parse();
        }
        throw bad("must start with postgres://, postgresql:// or jdbc:postgresql://");
    }

    private DatabaseAddress parse() {
        if (text.indexOf('#') >= 0) {
            throw bad("holds a '#'" + ENCODE);
        }
        int question = text.indexOf('?');
        String before = question < 0 ? text : text.substring(0, question);
        int slash = before.indexOf('/');
        String authority = slash < 0 ? before : before.substring(0, slash);
        int at = authority.lastIndexOf('@');
        if (jdbc && at >= 0) {
            throw bad("takes user and password as parameters after '?' when it starts with jdbc:");
        }
        String hosts = hosts(authority.substring(at + 1));
        String database = database(slash < 0 ? "" : before.substring(slash + 1));
        Map<String, String> parameters = parameters(question < 0 ? "" : text.substring(question + 1));
        String user = parameters.remove("user");
        String password = parameters.remove("password");
        if (at >= 0) {
            int colon = authority.indexOf(':');
            boolean secret = colon >= 0 && colon < at;
            user = decoded(authority.substring(0, secret ? colon : at));
            password = secret ? decoded(authority.substring(colon + 1, at)) : password;
        }
        if (user == null || user.isEmpty()) {
            user = System.getProperty("user.name");
        }
        return new DatabaseAddress(url(hosts, database, parameters), user, password == null ? "" : password);
    }

    private static String hosts(String list) {
        if (list.isEmpty()) {
            throw bad("names no host");
        }
        List<String> hosts = new ArrayList<>();
        for (String host : list.split(",", -1)) {
            Matcher parts = HOST.matcher(host);
            if (!parts.matches()) {
                throw bad("names a host that is none" + ENCODE);
            }
            String port = parts.group(2) == null ? "5432" : parts.group(2);
            if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
                throw bad("has a port that is no number from 1 to 65535" + ENCODE);
            }
            hosts.add(parts.group(1) + ":" + port);
        }
        return String.join(",", hosts);
    }

    private String database(String path) {
        if (path.isEmpty()) {
            throw bad("names no database: write it as host:port/database");
        }
        if (path.indexOf('/') >= 0 || path.indexOf('@') >= 0) {
            throw bad("has more than a database name after the host" + ENCODE);
        }
        return decoded(path);
    }

    private Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query.isEmpty()) {
            return parameters;
        }
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw bad("has a parameter that is not of the form name=value" + ENCODE);
            }
            String name = decoded(parameter.substring(0, equals));
            if (name.equals("host") || name.equals("port") || name.equals("dbname")) {
                throw bad("takes host, port and database before the '?' only");
            }
            parameters.put(jdbc ? name : JDBC_NAMES.getOrDefault(name, name), decoded(parameter.substring(equals + 1)));
        }
        return parameters;
    }

    /** As the JDBC driver does, a plus sign is a space in {@code jdbc:} addresses, and as in libpq itself in others. */
    private String decoded(String encoded) {
        String decoded;
        try {
            decoded = URLDecoder.decode(jdbc ? encoded : encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not chained: its message repeats the text.
            throw bad("holds a '%' that is not followed by two hexadecimal digits" + ENCODE);
        }
        if (decoded.chars().anyMatch(c -> c == '\uFFFD' || Character.isISOControl(c))) {
            throw bad("holds a %-escape that is no UTF-8 text");
        }
        return decoded;
    }

    private static String url(String hosts, String database, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return JDBC + hosts + "/" + encoded(database) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException bad(String what) {
        return new IllegalArgumentException("the database address " + what);
    }
}
