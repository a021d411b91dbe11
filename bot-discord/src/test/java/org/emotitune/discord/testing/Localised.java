package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Names and descriptions by language: https://docs.discord.com/developers/reference#locales. */
final class Localised {
    private static final Set<String> LOCALES = Set.copyOf(List.of("""
            id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th \
            zh-CN ja zh-TW ko""".split(" ")));

    private Localised() {}

    /** @param rule what the text without a language has to keep as well */
    static void check(Spot texts, Consumer<Spot> rule) {
        if (texts.isThere() && !texts.value().isObject()) {
            texts.refuse("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        }
        texts.value().fieldNames().forEachRemaining(locale -> {
            if (LOCALES.contains(locale)) {
                rule.accept(texts.at(locale));
            } else {
                texts.at(locale).refuse("ENUM_TYPE_COERCE", "Value \"%s\" is not a valid locale.".formatted(locale));
            }
        });
    }

    /** @return code points of the longest of a field and its translations */
    static int longest(JsonNode named, String field) {
        Stream<JsonNode> texts =
                StreamSupport.stream(named.path(field + "_localizations").spliterator(), false);
        return Stream.concat(Stream.of(named.path(field)), texts)
                .mapToInt(text -> Spot.length(text.asText("")))
                .max()
                .orElse(0);
    }
}
