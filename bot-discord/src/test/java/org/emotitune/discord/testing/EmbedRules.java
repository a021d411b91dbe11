package org.emotitune.discord.testing;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/** What embeds may be: https://docs.discord.com/developers/resources/message#embed-object-embed-limits. */
final class EmbedRules {
    private static final int EMBEDS = 10;
    private static final int TITLE = 256;
    private static final int DESCRIPTION = 4_096;
    private static final int FIELDS = 25;
    private static final int FIELD_NAME = 256;
    private static final int FIELD_VALUE = 1_024;
    private static final int FOOTER = 2_048;
    private static final int AUTHOR = 256;
    private static final int ALL = 6_000;
    private static final int WHITE = 0xFFFFFF;
    /** Any one of them makes an embed. */
    private static final List<String> PARTS =
            List.of("title", "description", "fields", "image", "thumbnail", "author", "footer", "video", "url");

    private EmbedRules() {}

    static void check(Spot embeds) {
        List<Spot> all = embeds.itemsUpTo(EMBEDS);
        all.forEach(EmbedRules::embed);
        if (all.stream().mapToInt(EmbedRules::size).sum() > ALL) {
            embeds.refuse("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of %d".formatted(ALL));
        }
    }

    private static void embed(Spot embed) {
        if (PARTS.stream().allMatch(part -> isEmpty(embed.at(part)))) {
            embed.at("description").required();
        }
        embed.at("title").atMost(TITLE);
        embed.at("description").atMost(DESCRIPTION);
        embed.at("color").whole(0, WHITE);
        embed.at("url").link("http", "https");
        footerAndAuthor(embed);
        for (String picture : List.of("image", "thumbnail")) {
            embed.at(picture).at("url").link("http", "https", "attachment");
        }
        for (Spot field : embed.at("fields").itemsUpTo(FIELDS)) {
            field.at("name").required().atMost(FIELD_NAME);
            field.at("value").required().atMost(FIELD_VALUE);
        }
        time(embed.at("timestamp"));
    }

    private static boolean isEmpty(Spot part) {
        return part.value().isContainerNode() ? part.value().isEmpty() : part.isBlank();
    }

    private static void footerAndAuthor(Spot embed) {
        Spot footer = embed.at("footer");
        if (footer.isThere()) {
            footer.at("text").required().atMost(FOOTER);
            footer.at("icon_url").link("http", "https", "attachment");
        }
        Spot author = embed.at("author");
        if (author.isThere()) {
            author.at("name").required().atMost(AUTHOR);
            author.at("url").link("http", "https");
            author.at("icon_url").link("http", "https", "attachment");
        }
    }

    private static void time(Spot timestamp) {
        try {
            if (timestamp.isThere()) {
                OffsetDateTime.parse(timestamp.text());
            }
        } catch (DateTimeParseException e) {
            timestamp.refuse("DATETIME_TYPE_PARSE", "Could not parse the time. Should be ISO8601.");
        }
    }

    private static int size(Spot embed) {
        Stream<Spot> own = Stream.of(
                embed.at("title"),
                embed.at("description"),
                embed.at("footer").at("text"),
                embed.at("author").at("name"));
        Stream<Spot> fields =
                embed.at("fields").items().stream().flatMap(field -> Stream.of(field.at("name"), field.at("value")));
        return Stream.concat(own, fields)
                .mapToInt(text -> Spot.length(text.text()))
                .sum();
    }
}
