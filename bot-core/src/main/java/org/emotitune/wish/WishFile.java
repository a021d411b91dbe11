package org.emotitune.wish;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.text.Phrase;
import org.emotitune.text.Tokenizer;
import org.emotitune.wish.WishGrammar.Needs;
import org.emotitune.wish.WishGrammar.Rule;

/** One file of wishes, line by line. */
final class WishFile {
    static final List<String> FAMILIES = List.of("nothing-sad", "language", "era", "count", "artist");
    private static final Map<String, Role> ROLES = Map.of(
            "request", Role.REQUEST,
            "want", Role.WANT,
            "music", Role.MUSIC,
            "please", Role.PLEASE,
            "link", Role.LINK,
            "that", Role.THAT,
            "before", Role.PREPOSITION,
            "hint", Role.HINT,
            "stay", Role.STAY);
    private static final Map<String, Needs> NEEDS = Map.of(
            "*", Needs.MUSIC, "?", Needs.MUSIC_OR_NOTHING, "^", Needs.MUSIC_OR_BEGINNING, "~", Needs.NOTHING_ELSE);
    private static final Set<String> VALUES = Set.of("language", "decade", "number", "no-name", "ordinary");

    private final WishWords words;
    private final Map<String, List<String>> classes = new HashMap<>();
    private final Map<String, List<Map.Entry<Phrase, Rule>>> rules = new HashMap<>();
    private final List<Map.Entry<Phrase, Role>> roles = new ArrayList<>();
    private String family = "";

    private WishFile(WishWords words) {
        this.words = words;
    }

    /** Reads the file of a language that comes with the program. */
    static WishFile read(Language language, WishWords words) {
        String name = "wishes-%s.txt".formatted(language.code());
        return read(name, Resources.reader(WishFile.class, name), words);
    }

    /**
     * @param name of the file, for errors
     * @param words receives names of languages, decades and numbers
     * @throws BrokenResourceException naming the line that cannot be read
     */
    static WishFile read(String name, BufferedReader opened, WishWords words) {
        WishFile file = new WishFile(words);
        Resources.eachLine(name, opened, file::line);
        if (!file.rules.keySet().containsAll(FAMILIES)) {
            throw new BrokenResourceException("%s lacks one of %s".formatted(name, FAMILIES));
        }
        return file;
    }

    List<Map.Entry<Phrase, Rule>> rules(String ofFamily) {
        return rules.getOrDefault(ofFamily, List.of());
    }

    List<Map.Entry<Phrase, Role>> roles() {
        return roles;
    }

    private void line(String line) {
        String first = line.substring(0, endOfFirstWord(line));
        String rest = line.substring(first.length()).strip();
        if (first.equals("==")) {
            family(rest.replace("=", "").strip());
        } else if (first.startsWith("@")) {
            classes.put(first.substring(1), List.of(afterEquals(rest)));
        } else if (first.endsWith(":")) {
            roles.add(Map.entry(Phrase.parse(rest, classes), role(first.substring(0, first.length() - 1))));
        } else if (VALUES.contains(first) && rest.contains("= ")) {
            value(first, rest);
        } else {
            rule(first, rest, line);
        }
    }

    private static int endOfFirstWord(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? line.length() : space;
    }

    private void family(String name) {
        if (!FAMILIES.contains(name)) {
            throw new IllegalArgumentException("'%s' is none of %s".formatted(name, FAMILIES));
        }
        family = name;
    }

    private static Role role(String name) {
        Role role = ROLES.get(name);
        if (role == null) {
            throw new IllegalArgumentException("'%s' is none of %s".formatted(name, ROLES.keySet()));
        }
        return role;
    }

    private static String[] afterEquals(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 || text.substring(equals + 1).isBlank()) {
            throw new IllegalArgumentException("'= word word' is expected");
        }
        return text.substring(equals + 1).strip().split("\\s+");
    }

    private void value(String kind, String rest) {
        List<String> names = Arrays.asList(afterEquals(rest));
        String value = rest.substring(0, rest.indexOf('=')).strip();
        switch (kind) {
            case "language" -> words.languages().add(names, value.toLowerCase(Locale.ROOT));
            case "decade" -> words.decades().add(names, Integer.parseInt(value));
            case "number" -> words.numbers().add(names, Integer.parseInt(value));
            case "no-name" -> names.forEach(name -> words.noNames().add(Tokenizer.normalise(name)));
            default -> names.forEach(name -> words.ordinary().add(Tokenizer.normalise(name)));
        }
        putClasses();
    }

    private void putClasses() {
        classes.put("language", words.languages().all());
        classes.put("decade", words.decades().all());
        classes.put("number", words.numbers().all());
    }

    private void rule(String first, String rest, String line) {
        if (family.isEmpty()) {
            throw new IllegalArgumentException("a wish stands before '== family =='");
        }
        Needs needs = NEEDS.getOrDefault(first, Needs.NOTHING);
        boolean harmless = first.equals("!");
        String[] sides = (needs == Needs.NOTHING && !harmless ? line : rest).split("=>", -1);
        if (sides.length != (harmless ? 1 : 2)) {
            throw new IllegalArgumentException("'pattern => wish' or '! pattern' is expected");
        }
        WishMeaning meaning = harmless ? new WishMeaning.Harmless() : WishMeaning.parse(sides[1].strip());
        rules.computeIfAbsent(family, key -> new ArrayList<>())
                .add(Map.entry(Phrase.parse(sides[0], classes), new Rule(meaning, needs)));
    }
}
