package org.emotitune.lookup;

import java.text.Normalizer;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways in which pages and files spoil words; cleaning has to bring each text back exactly. */
enum Noise {
    WINDOWS_LINES,
    HTML_LINES,
    SPACES_AT_ENDS,
    DECOMPOSED,
    EMPTY_LINES,
    ONE_CONTRIBUTOR,
    TITLE,
    SECTIONS,
    SECTION_LINES,
    STAMPS,
    SUGGESTION,
    GLUED_SUGGESTION,
    SPANISH_SUGGESTION,
    TICKETS,
    EMBED,
    COPY_BUTTON,
    CREDITS,
    NOTES,
    WIDE_SPACES,
    INVISIBLE,
    HEADER,
    REPEATS,
    ENTITIES;

    private static final Pattern BETWEEN_LETTERS = Pattern.compile("(?<=\\p{L})(?=\\p{L})");

    String in(String text, RandomGenerator random) {
        return switch (this) {
            case WINDOWS_LINES -> text.replace("\n", "\r\n");
            case HTML_LINES -> text.replace("\n", Verses.pick(List.of("<br>", "<br/>\n", "<BR />\r\n"), random));
            case SPACES_AT_ENDS -> "\n \t" + text.replace("\n", " \t\n  ") + " \n\n ";
            case DECOMPOSED -> Normalizer.normalize(text, Normalizer.Form.NFD);
            case EMPTY_LINES -> text.replace("\n\n", "\n\n \n\n\n");
            case ONE_CONTRIBUTOR -> "1 Contributor\nSome Title Lyrics\n" + text;
            case TITLE -> "Some Title Lyrics\n" + text;
            case SECTIONS -> "[Verso 1: A & B]\n" + text.replace("\n\n", "\n\n[Chorus: \nA\n & B]\n");
            case SECTION_LINES -> "Verse 1:\n" + text.replace("\n\n", "\n\n(Coro x2)\n");
            case STAMPS -> "[ar:Some One]\n[00:01.20]" + text.replace("\n", "\n[01:02.345][02:03]");
            case SUGGESTION -> text.replace("\n\n", "\nYou might also like\n\n");
            case GLUED_SUGGESTION -> text.replace("\n\n", "You might also like[Coro]\n");
            case SPANISH_SUGGESTION -> text + "También te podría gustar";
            case TICKETS -> text.replace("\n\n", "\nSee Some One LiveGet tickets as low as $34\n\n");
            case EMBED -> text + Verses.pick(List.of("Embed", "12Embed", "1.2KEmbed", "\n3Embed"), random);
            case COPY_BUTTON -> text + "EmbedShare URLCopyEmbedCopy";
            case CREDITS -> "Letra de Ana Ruiz\n" + text + "\nWriter(s): Ana Ruiz, Leo Páez\nProduced by Leo";
            case NOTES -> "♪ " + text.replace("\n\n", "\n\n♫\n") + " ♪";
            case WIDE_SPACES ->
                text.replace(" ", Verses.pick(List.of("\u2005", "\u205F", "\u00A0", "\u202F ", "  ", "\t"), random));
            case INVISIBLE ->
                inLetters(
                        text, Verses.pick(List.of("\u200B", "\u00AD", "\uFEFF", "\u2060", "\u200D", "\u0007"), random));
            case HEADER -> random.nextInt(1, 300) + " ContributorsTranslationsEspañolРусскийSome Title Lyrics" + text;
            case REPEATS -> text.replace("\n", Verses.pick(List.of(" (x2)\n", " [x4]\n", " x3\n", " (bis)\n"), random));
            case ENTITIES ->
                text.replace("&", "&amp;amp;").replace("é", "&eacute;").replace("'", "&#39;");
        };
    }

    private static String inLetters(String text, String noise) {
        return BETWEEN_LETTERS.matcher(text).replaceAll(Matcher.quoteReplacement(noise));
    }
}
