package org.emotitune.discord;

import java.util.Locale;
import java.util.regex.Pattern;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;

/**
 * Whoever wrote, asked or tapped.
 *
 * @param locale nearest to the language of their Discord; where Discord does not tell it, of the server
 * @param country ISO 3166 code, two capitals, where their Discord tells one; else null
 */
record Person(long id, Language locale, @Nullable String country) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    /** Discord has but two of English, and people everywhere choose between them. */
    private static final String ENGLISH = "en";

    Person {
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("no code of a country: '%s'".formatted(country));
        }
    }

    /** @param tag of a Discord locale, such as "es-ES", "es-419", "en-US" */
    static Person of(long id, String tag) {
        Locale told = Locale.forLanguageTag(tag);
        boolean named = COUNTRY.matcher(told.getCountry()).matches()
                && !told.getLanguage().equals(ENGLISH);
        return new Person(id, language(tag), named ? told.getCountry() : null);
    }

    static Language language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals("es") ? Language.SPANISH : Language.ENGLISH;
    }
}
