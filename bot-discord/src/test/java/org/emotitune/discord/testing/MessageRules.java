package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotitune.discord.testing.Rules.Problem;

/** What a message may be: https://docs.discord.com/developers/resources/message. */
final class MessageRules {
    private static final long SUPPRESS_EMBEDS = 1 << 2;
    private static final long EPHEMERAL = 1 << 6;
    private static final long SUPPRESS_NOTIFICATIONS = 1 << 12;

    /** Of those, which exist, the layout components of version 2 are left out: this bot has none. */
    static final long FLAGS_IN_CHANNELS = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS;

    static final long FLAGS_OF_ANSWERS = FLAGS_IN_CHANNELS | EPHEMERAL;
    static final long FLAGS_OF_EDITS = SUPPRESS_EMBEDS;

    private static final int CONTENT = 2_000;
    private static final int NONCE = 25;
    private static final int FILES = 10;
    private static final long MEBIBYTES_10 = 10 << 20;
    private static final int MENTIONS = 100;
    private static final List<String> MENTIONED = List.of("roles", "users", "everyone");

    private MessageRules() {}

    static Optional<Problem> created(Spot message, List<UploadedFile> files, long flags) {
        return created(message, message, files, flags);
    }

    /** @param payload the message itself, or what it is a part of */
    static Optional<Problem> created(Spot payload, Spot message, List<UploadedFile> files, long flags) {
        check(message, flags);
        return files(files).or(payload::problem).or(() -> emptiness(message.value(), files));
    }

    static Optional<Problem> edited(Spot message, List<UploadedFile> files) {
        check(message, FLAGS_OF_EDITS);
        return files(files).or(message::problem);
    }

    static void check(Spot message, long flags) {
        message.at("content").atMost(CONTENT);
        nonce(message.at("nonce"));
        flags(message.at("flags"), flags);
        mentions(message.at("allowed_mentions"));
        message.at("attachments").itemsUpTo(FILES);
        EmbedRules.check(message.at("embeds"));
        ComponentRules.check(message.at("components"));
    }

    static void flags(Spot flags, long allowed) {
        flags.whole(0, Integer.MAX_VALUE);
        if ((flags.value().asLong() & ~allowed) != 0) {
            flags.refuse("MESSAGE_FLAGS_INVALID", "These flags cannot be set here.");
        }
    }

    private static void nonce(Spot nonce) {
        nonce.atMost(NONCE);
        if (nonce.isThere() && !nonce.value().isTextual() && !nonce.value().isIntegralNumber()) {
            nonce.refuse("NONCE_TYPE_INVALID", "A nonce is an integer or a string.");
        }
    }

    private static void mentions(Spot allowed) {
        for (Spot kind : allowed.at("parse").itemsUpTo(MENTIONED.size())) {
            if (!MENTIONED.contains(kind.text())) {
                kind.refuse("BASE_TYPE_CHOICES", "Value must be one of ('roles', 'users', 'everyone').");
            }
            if (!allowed.value().path(kind.text()).isEmpty()) {
                allowed.refuse(
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        "parse:[\"%1$s\"] and %1$s: [ids...] are mutually exclusive.".formatted(kind.text()));
            }
        }
        allowed.at("users").itemsUpTo(MENTIONS);
        allowed.at("roles").itemsUpTo(MENTIONS);
    }

    static Optional<Problem> files(List<UploadedFile> files) {
        if (files.size() > FILES) {
            return Optional.of(
                    Problem.of(400, 30015, "Maximum number of attachments in a message reached (%d)".formatted(FILES)));
        }
        return files.stream().mapToLong(UploadedFile::size).sum() > MEBIBYTES_10
                ? Optional.of(Problem.of(413, 40005, "Request entity too large"))
                : Optional.empty();
    }

    /** Components do not count: Discord shows none below nothing. */
    private static Optional<Problem> emptiness(JsonNode message, List<UploadedFile> files) {
        boolean empty = message.path("content").asText("").isBlank()
                && Stream.of("embeds", "sticker_ids", "poll")
                        .allMatch(part -> message.path(part).isEmpty())
                && files.isEmpty();
        return empty ? Optional.of(Problem.of(400, 50006, "Cannot send an empty message")) : Optional.empty();
    }
}
