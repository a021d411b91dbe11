package org.emotitune.lookup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines at the beginning and the end that say who wrote, sang or published the words, or who may use them. */
final class CreditLines {
    private static final int LONGEST = 200;
    private static final int LONGEST_CONNECTIVE = 3;

    /** What stands before a colon, in lower case. */
    private static final Set<String> ROLES = Set.of(
            ("writer|writers|writer(s)|written by|songwriter|songwriters|songwriter(s)|producer|producers|producer(s)"
                            + "|produced by|composer|composers|composer(s)|composed by|lyricist|lyricists|lyrics|lyrics by"
                            + "|music|music by|lyrics and music|words and music|lyrics & music|artist|artists|performer"
                            + "|album|title|song|label|publisher|publishers|published by|source|copyright|release date"
                            + "|autor|autora|autores|autor(es)|compositor|compositora|compositores|compositor(es)"
                            + "|letra|letra de|letra y música|música|música de|productor|productora|productores"
                            + "|productor(es)|producción|escrita por|compuesta por|producida por|intérprete|intérpretes"
                            + "|artista|artistas|álbum|título|canción|fuente|editorial|lletra|lletra i música|autors"
                            + "|paroles|musique|paroles et musique|parolier|paroliers|auteur|auteurs|compositeur"
                            + "|compositeurs|interprète|titre|слова|музыка|слова и музыка|автор|авторы|исполнитель"
                            + "|作词|作曲|编曲|制作人|作詞|編曲")
                    .split("\\|"));

    /** What stands before names alone; "Written by the river" is no credit. */
    private static final Pattern BY =
            Pattern.compile("(?iu)(?:written|produced|composed|performed|mixed|mastered|arranged|translated|published"
                    + "|(?:words|lyrics|music)(?: (?:and|&) music)?)(?: (?:and|&) (?:produced|composed|performed|arranged))? by "
                    + "|(?:letra|música|letra y música)(?: de la canción)? de |letra de la canción "
                    + "|(?:escrit|compuest|producid|interpretad|traducid)[ao] por "
                    + "|(?:lletra|lletra i música) de |(?:escrit|compost|produït)a? per "
                    + "|paroles(?: et musique)?(?: de la chanson| de) |(?:écrit|composé|produit)e? par ");

    private static final Pattern NOTICE =
            Pattern.compile("(?iu)[©℗]|\\((?:c|p)\\) ?(?:19|20)\\d\\d|all rights reserved|todos los derechos reservados"
                    + "|not for commercial use|lyrics (?:licensed|powered|provided) |lyricfind|musixmatch|azlyrics"
                    + "|https?://|www\\.|^\\(\\d{8,20}\\)$");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    private CreditLines() {}

    static String without(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isCreditOrEmpty(text, start, lineEnd(text, start))) {
            start = Math.min(end, lineEnd(text, start) + 1);
        }
        while (end > start && isCreditOrEmpty(text, lineStart(text, end), end)) {
            end = Math.max(start, lineStart(text, end) - 1);
        }
        return text.substring(start, end);
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static int lineStart(String text, int end) {
        return text.lastIndexOf('\n', end - 1) + 1;
    }

    private static boolean isCreditOrEmpty(String text, int start, int end) {
        if (end - start > LONGEST) {
            return false;
        }
        String line = text.substring(start, end).strip();
        return line.isEmpty()
                || hasRole(line)
                || namesSomebody(line)
                || NOTICE.matcher(line).find();
    }

    private static boolean hasRole(String line) {
        int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
        return colon > 0 && ROLES.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }

    private static boolean namesSomebody(String line) {
        Matcher by = BY.matcher(line);
        if (!by.lookingAt()) {
            return false;
        }
        String rest = line.substring(by.end()).strip();
        if (rest.isEmpty()) {
            return false;
        }
        if ("\"“«'‘".indexOf(rest.charAt(0)) >= 0) {
            return true;
        }
        return Character.isUpperCase(rest.codePointAt(0)) && hasNamesOnly(rest);
    }

    /** Written as names are: a first word without a capital, or a long one, belongs to a sentence. */
    private static boolean hasNamesOnly(String rest) {
        if (!rest.isEmpty() && Character.isLowerCase(rest.codePointAt(0))) {
            return false;
        }
        for (String word : NO_LETTERS.split(rest)) {
            if (word.length() > LONGEST_CONNECTIVE && Character.isLowerCase(word.codePointAt(0))) {
                return false;
            }
        }
        return true;
    }
}
