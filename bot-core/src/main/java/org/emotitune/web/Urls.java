package org.emotitune.web;

import java.net.URI;

/** Addresses below a base that may have a path of its own, as a proxy's has. */
final class Urls {
    private Urls() {}

    /** @param path begins with a slash; may have a query, encoded */
    static URI below(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }
}
