package org.emotitune.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emotitune.emotion.Language;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;
import org.jspecify.annotations.Nullable;

/** Says wishes in words, so that people see what was heard and can take it back. */
final class WishTexts {
    /** Decades that two digits name. */
    private static final Era SHORT_DECADES = new Era(1930, 1999);

    private WishTexts() {}

    /**
     * One wish of several.
     *
     * @param text in words, without a full stop: "solo en español"
     * @param without the other wishes
     */
    record Part(String text, Wishes without) {}

    /** All wishes in one line; empty where there is none. */
    static Optional<String> line(Wishes wishes, Language language) {
        return parts(wishes, language).stream().map(Part::text).reduce((one, other) -> one + " · " + other);
    }

    /** @return each wish by itself; empty where there is none */
    static List<Part> parts(Wishes wishes, Language language) {
        List<Part> parts = new ArrayList<>();
        if (wishes.language() != null) {
            String text = Texts.in(language, "wish.language", name(wishes.language(), language));
            parts.add(new Part(text, with(null, wishes.era(), wishes.count(), wishes)));
        }
        if (wishes.era() != null) {
            String text = era(wishes.era(), language);
            parts.add(new Part(text, with(wishes.language(), null, wishes.count(), wishes)));
        }
        if (wishes.nothingSad()) {
            Wishes without = new Wishes(wishes.language(), wishes.era(), wishes.count(), false, wishes.without());
            parts.add(new Part(Texts.in(language, "wish.nothing-sad"), without));
        }
        wishes.without().forEach(artist -> parts.add(without(artist, wishes, language)));
        if (wishes.count() != null) {
            String text = count(wishes.count(), language);
            parts.add(new Part(text, with(wishes.language(), wishes.era(), null, wishes)));
        }
        return List.copyOf(parts);
    }

    private static Wishes with(@Nullable String sung, @Nullable Era era, @Nullable Integer count, Wishes others) {
        return new Wishes(sung, era, count, others.nothingSad(), others.without());
    }

    private static Part without(Artist artist, Wishes wishes, Language language) {
        List<Artist> others =
                wishes.without().stream().filter(other -> !other.equals(artist)).toList();
        return new Part(
                Texts.in(language, "wish.without", artist.name()),
                new Wishes(wishes.language(), wishes.era(), wishes.count(), wishes.nothingSad(), others));
    }

    /** The language's own name for a language, which is its code where it has none. */
    private static String name(String code, Language language) {
        return Locale.of(code).getDisplayLanguage(language.locale());
    }

    private static String era(Era era, Language language) {
        if (era.isDecade()) {
            return Texts.in(language, "wish.era.decade", decade(era, language));
        }
        if (era.from() == era.to()) {
            return Texts.in(language, "wish.era.year", year(era.from()));
        }
        if (era.from() == Era.FIRST) {
            return Texts.in(language, "wish.era.until", year(era.to()));
        }
        if (era.to() == Era.LAST) {
            return Texts.in(language, "wish.era.since", year(era.from()));
        }
        return Texts.in(language, "wish.era.span", year(era.from()), year(era.to()));
    }

    /** "1980" in English, "80" in Spanish, where no other century can be meant. */
    private static String decade(Era era, Language language) {
        boolean clear = era.from() >= SHORT_DECADES.from() && era.to() <= SHORT_DECADES.to();
        return switch (language) {
            case ENGLISH -> year(era.from());
            case SPANISH -> year(clear ? era.from() % 100 : era.from());
        };
    }

    /** Without the comma that numbers have in texts. */
    private static String year(int year) {
        return Integer.toString(year);
    }

    private static String count(int songs, Language language) {
        return songs == 1 ? Texts.in(language, "wish.count.one") : Texts.in(language, "wish.count.more", songs);
    }
}
