package org.emotitune.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Finds the address of a song's picture in what a source says about pictures. */
public final class Artwork {
    /** Pixels, for a picture beside a text on a dense screen. */
    private static final int WIDE_ENOUGH = 150;

    private Artwork() {}

    /**
     * @param value an address, or a list of pictures as Spotify's API has it: objects with "url" and "width", the widest
     *     first
     * @return the address as it is written, of several pictures the narrowest that is wide enough; of anything else, that
     *     as a text, for a report; null where there is nothing
     */
    public static @Nullable String in(JsonNode value) {
        if (value.isMissingNode() || value.isNull() || (value.isContainerNode() && value.isEmpty())) {
            return null;
        }
        JsonNode address = value.isArray() ? picture(value).path("url") : value;
        return address.isTextual() ? address.textValue().strip() : value.toString();
    }

    private static JsonNode picture(JsonNode pictures) {
        JsonNode picture = pictures.get(0);
        for (JsonNode each : pictures) {
            if (each.path("width").asInt() >= WIDE_ENOUGH) {
                picture = each;
            }
        }
        return picture;
    }
}
