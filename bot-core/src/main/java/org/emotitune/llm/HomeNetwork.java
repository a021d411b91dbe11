package org.emotitune.llm;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** This machine and the private network that it is in. */
final class HomeNetwork {
    private static final Pattern IP_V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private HomeNetwork() {}

    /** Tells by the name alone, without looking it up: what is not known to be near is far. */
    static boolean holds(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (IP_V4.matcher(host).matches() || host.contains(":")) {
            return isPrivate(host);
        }
        // A name without a dot is one of this network, such as a container's.
        return !host.contains(".")
                || Stream.of(".localhost", ".local", ".lan", ".internal", ".home.arpa")
                        .anyMatch(host::endsWith);
    }

    @SuppressWarnings("AddressSelection") // a literal is one address
    private static boolean isPrivate(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || isUniqueLocal(address.getAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** IPv6 addresses of private networks, fc00::/7 (RFC 4193). */
    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == 0xfc;
    }
}
