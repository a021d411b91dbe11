package org.emotitune.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotitune.emotion.Language;
import org.emotitune.person.Keepsakes;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Wishes;

/** Answers commands: messages that begin with a slash. */
final class Commands {
    /** The commands that every platform has, by their names in either language. */
    private enum Command {
        START,
        HELP,
        RECOMMEND,
        LANGUAGE,
        PRIVACY,
        EXPORT,
        FORGET
    }

    private static final Map<String, Command> NAMES = Map.ofEntries(
            Map.entry("start", Command.START),
            Map.entry("empezar", Command.START),
            Map.entry("help", Command.HELP),
            Map.entry("ayuda", Command.HELP),
            Map.entry("recommend", Command.RECOMMEND),
            Map.entry("recomienda", Command.RECOMMEND),
            Map.entry("language", Command.LANGUAGE),
            Map.entry("idioma", Command.LANGUAGE),
            Map.entry("privacy", Command.PRIVACY),
            Map.entry("privacidad", Command.PRIVACY),
            Map.entry("export", Command.EXPORT),
            Map.entry("exportar", Command.EXPORT),
            Map.entry("forget", Command.FORGET),
            Map.entry("olvidar", Command.FORGET));

    private final People people;
    private final Buttons buttons;
    private final Taps taps;

    Commands(People people, Buttons buttons, Taps taps) {
        this.people = people;
        this.buttons = buttons;
        this.taps = taps;
    }

    static boolean isCommand(String text) {
        return text.startsWith("/");
    }

    /** @return what follows the name of the command */
    static String argument(String text) {
        return text.substring(endOfName(text)).strip();
    }

    private static String name(String text) {
        return text.substring(1, endOfName(text)).toLowerCase(Locale.ROOT);
    }

    private static int endOfName(String text) {
        int end = 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** @return empty where the rest of the message is a feeling to find songs for */
    Optional<Reply> answer(String text, Visitor visitor) {
        Language language = visitor.usualLanguage();
        Command command = NAMES.get(name(text));
        if (command == null) {
            return Optional.of(new Reply.Acknowledgement(language, Texts.in(language, "command.unknown"), List.of()));
        }
        return switch (command) {
            case START -> Optional.of(start(language));
            case HELP -> Optional.of(help(language));
            case RECOMMEND -> Optional.empty();
            case LANGUAGE -> Optional.of(language(argument(text), visitor));
            case PRIVACY -> Optional.of(privacy(language));
            case EXPORT -> Optional.of(export(visitor));
            case FORGET -> Optional.of(forget(visitor));
        };
    }

    private Reply start(Language language) {
        return new Reply.Question(
                language,
                null,
                Texts.in(language, "question.start"),
                buttons.moods(Wishes.NONE, Aim.MATCH, language));
    }

    Reply help(Language language) {
        return information(
                language, List.of("help.what", "help.wishes", "help.buttons", "help.commands", "help.care"));
    }

    private Reply privacy(Language language) {
        return information(
                language,
                List.of("privacy.words", "privacy.kept", "privacy.time", "privacy.rights"),
                people.noRepeats().toDays(),
                people.retention().toDays());
    }

    private static Reply information(Language language, List<String> keys, Object... values) {
        List<String> paragraphs =
                keys.stream().map(key -> Texts.in(language, key, values)).toList();
        return new Reply.Information(language, paragraphs, null, List.of());
    }

    private Reply language(String argument, Visitor visitor) {
        Language now = visitor.usualLanguage();
        String wanted = argument.toLowerCase(Locale.ROOT);
        if (wanted.equals("auto")) {
            return taps.speak(null, visitor);
        }
        return Language.of(wanted)
                .map(language -> taps.speak(language, visitor))
                .orElseGet(() -> new Reply.Question(
                        now, null, Texts.in(now, "question.language"), buttons.languages(now)));
    }

    private Reply export(Visitor visitor) {
        Language language = visitor.usualLanguage();
        Keepsakes kept = people.kept(visitor);
        Reply.TextFile file = new Reply.TextFile("emotitune.json", KeepsakesJson.of(kept));
        return new Reply.Information(language, List.of(Texts.in(language, "export.all")), file, List.of());
    }

    private Reply forget(Visitor visitor) {
        Language language = visitor.usualLanguage();
        boolean anything = people.forget(visitor);
        return new Reply.Acknowledgement(
                language, Texts.in(language, anything ? "forget.done" : "forget.nothing"), List.of());
    }
}
