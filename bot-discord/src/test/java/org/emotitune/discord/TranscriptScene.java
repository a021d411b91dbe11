package org.emotitune.discord;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.UploadedFile;
import org.emotitune.discord.testing.Voice;

/** What can be read in some channels while people talk there, one after another: also what an edit shows. */
final class TranscriptScene {
    /** So long without a call of the bot nothing more is expected; all that a scene waits for has come before. */
    private static final Duration QUIET = Duration.ofMillis(300);

    private static final int FEW_OPTIONS = 3;
    private static final int FEW_LINES = 4;

    private final LocalDiscord discord;
    private final List<LocalChannel> channels;
    private final List<Person> people;
    private final Map<Long, String> seen = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    /** @param people who are there */
    TranscriptScene(LocalDiscord discord, String title, List<LocalChannel> channels, List<Person> people) {
        this.discord = discord;
        this.channels = List.copyOf(channels);
        this.people = List.copyOf(people);
        text.append("\n## ").append(title).append("\n```text\n");
        all().forEach(message -> seen.put(message.id(), shown(message)));
    }

    /** A command with its options, in the order in which they are filled in. */
    LocalInteraction uses(Voice voice, String command, Map<String, ?> options) {
        String filled = options.entrySet().stream()
                .map(option -> " %s:%s".formatted(option.getKey(), value(option.getValue())))
                .collect(Collectors.joining());
        note("%s uses /%s%s".formatted(voice.person().name(), command, filled));
        return answered(voice.uses(command, options));
    }

    private static String value(Object value) {
        return value instanceof UploadedFile file ? "📎 " + file.name() : value.toString();
    }

    LocalInteraction usesOn(Voice voice, LocalMessage message, String command) {
        note("%s uses Apps → %s on “%s”".formatted(voice.person().name(), command, named(message.content())));
        return answered(voice.usesOn(message, command));
    }

    LocalInteraction taps(Voice voice, LocalMessage message, String label) {
        note("%s taps [%s]".formatted(voice.person().name(), label));
        return answered(voice.taps(message, label));
    }

    LocalInteraction chooses(Voice voice, LocalMessage message, String label) {
        note("%s chooses <%s>".formatted(voice.person().name(), label));
        return answered(voice.chooses(message, "", label));
    }

    private LocalInteraction answered(LocalInteraction interaction) {
        until(interaction::isAnswered);
        return interaction;
    }

    /** Writes down what has come until then, and a little later. */
    void until(BooleanSupplier so) {
        discord.until(so);
        int before;
        do {
            before = discord.calls().size();
            LockSupport.parkNanos(QUIET.toNanos());
        } while (discord.calls().size() > before);
        look();
    }

    void note(String words) {
        text.append(words).append("\n\n");
    }

    private List<LocalMessage> all() {
        return channels.stream()
                .flatMap(channel -> Stream.concat(
                                Stream.of(channel.messages()), people.stream().map(channel::seenBy))
                        .flatMap(Collection::stream)
                        .distinct()
                        .sorted((one, other) -> Long.compareUnsigned(one.id(), other.id())))
                .filter(message -> !message.isThinking() && !message.isDeleted())
                .toList();
    }

    private void look() {
        all().forEach(message -> {
            String now = shown(message);
            String before = seen.put(message.id(), now);
            if (!now.equals(before)) {
                note((before == null ? "" : "(changed) ") + now);
            }
        });
    }

    private String shown(LocalMessage message) {
        String where = channels.size() == 1 ? "" : "#" + message.channel().name() + " ";
        String to = message.repliesTo()
                .filter(answered -> message.isOfBot())
                .map(answered -> "(to “%s”) "
                        .formatted(answered.content().lines().findFirst().orElse("")))
                .orElse("");
        String files = message.files().stream().map(TranscriptScene::beginning).collect(Collectors.joining());
        String lines = message.shown().lines().map(TranscriptScene::shortened).collect(Collectors.joining("\n"));
        return named(where + to + lines + files).strip();
    }

    private static String named(String text) {
        return text.replace("<@" + LocalDiscord.BOT + ">", "@EmotiTune");
    }

    /** A link is in the embed already, and a menu has three options for each song. */
    private static String shortened(String line) {
        String[] options = line.split(" \\| ", FEW_OPTIONS + 1);
        boolean menu = line.startsWith("  <") && options.length > FEW_OPTIONS;
        return (menu ? String.join(" | ", Arrays.asList(options).subList(0, FEW_OPTIONS)) + " | …>" : line)
                .replaceAll(" → https?://[^\\]]*\\]", " ↗]")
                .replaceAll(" \\(\\d+ bytes\\)", "");
    }

    private static String beginning(UploadedFile file) {
        return file.name().matches(".*\\.(json|csv)")
                ? "\n"
                        + file.text()
                                .lines()
                                .limit(FEW_LINES)
                                .collect(Collectors.joining("\n"))
                                .indent(4) + "    …"
                : "";
    }

    String end() {
        look();
        return text.toString().stripTrailing() + "\n```\n";
    }
}
