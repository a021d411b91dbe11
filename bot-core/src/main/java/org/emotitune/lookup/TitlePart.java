package org.emotitune.lookup;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A part of a title that stands in brackets or after a dash.
 *
 * @param kinds of recording that it names
 * @param isEdition whether it says nothing of the recording: guests, years, media, films; false if it names a kind
 */
record TitlePart(Set<Kind> kinds, boolean isEdition) {
    private static final Pattern EDITION =
            Pattern.compile("(?iuU)(?:feat|ft|featuring|with|con|amb|prod|produced by)\\b.*"
                    + "|.*\\b(?:remaster|remastered|remasterizad[oa]|remasterització|remasterisé|remastérisé)\\b.*"
                    + "|(?:.* )?(?:radio|single|album|lp|ep|video|short|clean|explicit|full|extended|long|original|studio|mono|stereo"
                    + "|film|movie|main|deluxe|soundtrack|standard|12\"|7\"|\\d{4}) (?:edit|mix|version|edition|cut|single)"
                    + "|(?:radio |single )?edit|\\d{4}|mono|stereo|explicit|clean|deluxe|bonus(?: track)?|single|extended"
                    + "|(?:versión|version|versió) (?:original|álbum|album|del álbum|single|sencillo|radio|de radio|extendida|larga|corta"
                    + "|de estudio|estudio|deluxe|completa|\\d{4})|(?:edición|edició) .*|.* edition"
                    + "|(?:official|oficial|vídeo|video|videoclip|audio|lyric|lyrics|visualizer|hd|hq|4k|music| |clip)++"
                    + "|from (?:[\"“'‘«]|the (?:motion picture|film|movie|series|netflix|album|original|vault)\\b).*"
                    + "|(?:de la|de|del) (?:película|serie|film|banda sonora|telenovela)\\b.*|banda sonora.*|(?:original )?soundtrack"
                    + "|(?:original )?motion picture soundtrack|o\\.?s\\.?t\\.?|b\\.?s\\.?o\\.?|theme from .*");

    static TitlePart of(String text) {
        String part = text.strip();
        Set<Kind> kinds = Kind.in(part);
        return new TitlePart(kinds, kinds.isEmpty() && EDITION.matcher(part).matches());
    }
}
