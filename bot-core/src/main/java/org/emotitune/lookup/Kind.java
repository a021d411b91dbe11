package org.emotitune.lookup;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes a recording another one than the song's own: the words can differ, or be missing. */
enum Kind {
    LIVE(
            "(?:(?:recorded |acoustic |unplugged |\\d{4} )?live$|live (?:at|from|in|on|version|session|acoustic|performance"
                    + "|recording|unplugged|remaster\\w*|\\d{4}|[-/])|live,).*|.*\\b(?:en vivo|en directo|en directe|en viu|ao vivo|en concierto"
                    + "|in concert|en concert|unplugged|directo|live (?:version|session)s?|versión live)\\b.*"),
    REMIX(".*\\b(?:remix|remixed|remixes|remezcla|rmx|mashup|bootleg|rework|flip|nightcore|sped up|slowed|dub"
            + "|(?:club|dance|house|dub|dj|vip) (?:mix|edit|version))\\b.*"
            + "|(?!(?:.* )?(?:radio|album|original|mono|stereo|single|main|extended|full|new|\\d{4}) mix$).*\\bmix"
            + "|(?!(?:.* )?(?:radio|single|video|album|short|clean|film) edit$).+ edit"),
    ACOUSTIC(
            ".*\\b(?:acoustic|acústic[oa]|acustic[oa]|acústic|unplugged|stripped|piano|a cappella|acapella|a capela)\\b.*"),
    INSTRUMENTAL(".*\\binstrumental\\b.*"),
    KARAOKE(".*\\b(?:karaoke|backing track|sing-?along|in the style of|originally performed by|made famous by"
            + "|al estilo de|pista)\\b.*"),
    COVER(".*\\b(?:cover|covers|tribute|tributo)\\b.*|(?:versión|version) de(?!(?: estudio| radio)$)\\b.*"),
    DEMO(
            ".*\\b(?:demo|demos|maqueta|outtake|rehearsal|ensayo|(?:alternate|alternative|alt\\.) (?:take|version)|take \\d+)\\b.*"),
    ORCHESTRAL(".*\\b(?:orchestral|orquestal|symphonic|sinfónic[oa]|orchestra version)\\b.*"),
    IN_SPANISH("(?:(?:spanish|spanglish) (?:version|remix|mix)|(?:versión )?(?:en )?(?:español|castellano|espanyol))"),
    IN_ENGLISH("(?:english (?:version|remix|mix)|(?:versión )?(?:en )?(?:inglés|anglès)|in english)"),
    IN_PORTUGUESE("(?:portuguese version|(?:versión |versão )?(?:en |em )?(?:portugués|português))"),
    IN_ITALIAN("(?:italian version|(?:versión |versione )?(?:en |in )?italiano?)"),
    IN_FRENCH("(?:french version|(?:versión |version )?(?:en )?(?:francés|français|française))"),
    IN_CATALAN("(?:catalan version|(?:versión |versió )?(?:en )?(?:catalán|català|catalana))");

    @SuppressWarnings("ImmutableEnumChecker") // Pattern has no state, as its documentation says
    private final Pattern pattern;

    Kind(String words) {
        pattern = Pattern.compile("(?iuU)" + words);
    }

    static Set<Kind> none() {
        return EnumSet.noneOf(Kind.class);
    }

    /** @param part of a title, in brackets or after a dash */
    static Set<Kind> in(String part) {
        Set<Kind> kinds = none();
        for (Kind kind : values()) {
            if (kind.pattern.matcher(part).matches()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
