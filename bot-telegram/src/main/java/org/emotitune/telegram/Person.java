package org.emotitune.telegram;

import java.util.Locale;
import java.util.Set;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Whoever wrote or tapped.
 *
 * @param id of the user; of the chat for those who write in its name
 * @param inTheNameOf chat in whose name they write: the group itself for its anonymous administrators, the channel for its
 *     posts; null for ordinary users
 * @param locale nearest to the language of their Telegram
 * @param country ISO 3166 code, two capitals, where their Telegram tells one; else null
 */
record Person(
        long id,
        @Nullable Long inTheNameOf,
        Language locale,
        @Nullable String country) {

    /** Languages of Spain: most of those who speak them would rather read Spanish than English. */
    private static final Set<String> NEAR_SPANISH = Set.of("es", "ca", "gl", "eu", "ast");

    private static final int COUNTRY_LETTERS = 2;

    /** @return null for nobody, and for one without id */
    static @Nullable Person of(@Nullable User user) {
        return user == null || user.getId() == null ? null : of(user.getId(), null, user);
    }

    /** @param user whom Telegram puts in the place of the writer: tells at most a language */
    static Person inTheNameOf(long chat, @Nullable User user) {
        return of(chat, chat, user);
    }

    private static Person of(long id, @Nullable Long chat, @Nullable User user) {
        String tag = user == null || user.getLanguageCode() == null ? "" : user.getLanguageCode();
        Locale told = Locale.forLanguageTag(tag.replace('_', '-'));
        boolean spanish = NEAR_SPANISH.contains(told.getLanguage());
        String country = told.getCountry(); // of "es-419" it is no country
        return new Person(
                id,
                chat,
                spanish ? Language.SPANISH : Language.ENGLISH,
                country.length() == COUNTRY_LETTERS ? country : null);
    }
}
