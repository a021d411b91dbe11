package org.emotitune.emotion;

import java.util.Locale;
import java.util.Optional;

/** A language that the bot understands and answers in. */
public enum Language {
    ENGLISH("en"),
    SPANISH("es");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** ISO 639-1 code, lower case. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** @return the language of an ISO 639-1 code or a tag such as "es-MX"; empty for any other language */
    public static Optional<Language> of(String tag) {
        String code = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
