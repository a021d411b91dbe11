package org.emotitune.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads codes of languages: "es", "es-ES" and "spa" are one. */
final class Languages {
    private static final Set<String> SHORT = Set.of(Locale.getISOLanguages());

    private static final Map<String, String> SHORT_BY_LONG = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(
                    code -> Locale.of(code).getISO3Language(), Function.identity(), (one, other) -> one));

    private Languages() {}

    /**
     * @return ISO 639 code, of two letters where there is one
     * @throws UnusableRowException if it is none
     */
    static String code(Cell cell) {
        String code = cell.text().strip().toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
        String known = SHORT_BY_LONG.getOrDefault(code, code);
        if (!SHORT.contains(known) && !known.matches("[a-z]{3}")) {
            throw cell.wrong("is no ISO 639 code of a language, such as es or en");
        }
        return known;
    }
}
