package org.emotitune.telegram.testing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses that Telegram makes a link of. */
final class Links {
    private static final Set<String> SCHEMES = Set.of("http", "https", "tg", "ton", "mailto", "tel");

    private Links() {}

    /** Empty where it is none. */
    static Optional<String> checked(String address) {
        String whole = address.contains(":") ? address.strip() : "http://" + address.strip();
        try {
            URI uri = new URI(whole.replace(" ", "%20"));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.startsWith("http");
            boolean reachable = !web || (uri.getHost() != null && uri.getHost().contains("."));
            return SCHEMES.contains(scheme) && reachable ? Optional.of(whole) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
