package org.emotitune.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.jspecify.annotations.Nullable;

/**
 * Numbers to call, by country: {@code helplines.txt}, which an operator can extend with a file of the same form. Its
 * head tells the form. Immutable, thread-safe.
 */
public final class HelpLines {
    private static final String FILE = "helplines.txt";
    private static final Pattern COLUMN = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern COUNTRY = Pattern.compile("\\*?[A-Z]{2}");

    private record Line(String number, String english, String spanish) {
        String in(Language language) {
            return "%s (%s)".formatted(number, language == Language.SPANISH ? spanish : english);
        }
    }

    private record Country(String code, boolean forEverybody, List<Line> lines) {
        String in(Language language) {
            String name = Locale.of("", code).getDisplayCountry(language.locale());
            return name + ": " + lines.stream().map(line -> line.in(language)).collect(Collectors.joining(" · "));
        }
    }

    private final Map<String, Country> countries;

    private HelpLines(Map<String, Country> countries) {
        this.countries = countries;
    }

    /**
     * The lines that come with the program, and those of the operator's file {@code helplines.txt} in the home, if there
     * is one: what it says of a country takes the place of what stood there.
     *
     * @throws BrokenResourceException if a file cannot be read; its message names the line
     */
    public static HelpLines load(Path home) {
        Map<String, Country> countries = new LinkedHashMap<>();
        Path operators = home.resolve(FILE);
        if (Files.exists(operators)) {
            try {
                countries.putAll(read(operators.toString(), Files.newBufferedReader(operators)));
            } catch (IOException e) {
                throw new BrokenResourceException("%s cannot be read: %s".formatted(operators, e.getMessage()), e);
            }
        }
        read(FILE, Resources.reader(HelpLines.class, FILE)).forEach(countries::putIfAbsent);
        return new HelpLines(countries);
    }

    private static Map<String, Country> read(String file, BufferedReader opened) {
        Map<String, Country> countries = new LinkedHashMap<>();
        Resources.eachLine(file, opened, text -> {
            String[] columns = COLUMN.split(text, -1);
            if (columns.length != 4
                    || !COUNTRY.matcher(columns[0]).matches()
                    || List.of(columns).contains("")) {
                throw new IllegalArgumentException(
                        "'COUNTRY | number | what it is in English | in Spanish' is expected, as in: ES | 024 | "
                                + "suicide prevention | prevención del suicidio");
            }
            String code = columns[0].replace("*", "");
            Country known = countries.getOrDefault(code, new Country(code, false, List.of()));
            List<Line> lines = new ArrayList<>(known.lines());
            lines.add(new Line(columns[1], columns[2], columns[3]));
            boolean forEverybody = known.forEverybody() || columns[0].startsWith("*");
            countries.put(code, new Country(code, forEverybody, List.copyOf(lines)));
        });
        return countries;
    }

    /**
     * @param country ISO 3166 code of the country where the person is; null where it is not known
     * @return a line a country: the person's first, then those that everybody is shown
     */
    public List<String> lines(Language language, @Nullable String country) {
        List<String> lines = new ArrayList<>();
        for (Country each : countries.values()) {
            if (each.code().equals(country)) {
                lines.addFirst(each.in(language));
            } else if (each.forEverybody()) {
                lines.add(each.in(language));
            }
        }
        return lines;
    }
}
