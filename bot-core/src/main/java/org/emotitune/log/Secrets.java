package org.emotitune.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens and passwords of this process, and keys that it was sent, whoever logs them. Thread-safe. */
public final class Secrets {
    private static final String INSTEAD = "[hidden]";
    /** What stands in the addresses of Discord for who may answer an interaction. */
    private static final Pattern KEYS = Pattern.compile("((?:webhooks|interactions)(?:/|%2F)\\d+(?:/|%2F))[\\w.~%-]+");

    private static final Set<String> HIDDEN = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    /**
     * Hides a secret in every line that is logged from now on, also as it stands in an address.
     *
     * @param secret not blank: everything would be hidden
     */
    public static void hide(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
        HIDDEN.add(secret);
        HIDDEN.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    static String hiddenIn(String line) {
        String shown = line;
        for (String secret : HIDDEN) {
            shown = shown.replace(secret, INSTEAD);
        }
        return KEYS.matcher(shown).replaceAll("$1" + Matcher.quoteReplacement(INSTEAD));
    }
}
