package org.emotitune.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.emotion.Language;
import org.emotitune.person.Keepsakes;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Wishes;
import org.emotitune.text.Tokenizer;

/** Answers commands: messages that begin with a slash. */
final class Commands {
    /** What every platform has. Those of admins come with what they do; until then they are unknown to all. */
    private enum Command {
        START,
        HELP,
        RECOMMEND,
        MOOD,
        LANGUAGE,
        PRIVACY,
        EXPORT,
        FORGET
    }

    private static final Map<String, Command> SPANISH = Map.of(
            "empezar", Command.START,
            "ayuda", Command.HELP,
            "recomienda", Command.RECOMMEND,
            "animo", Command.MOOD,
            "idioma", Command.LANGUAGE,
            "privacidad", Command.PRIVACY,
            "exportar", Command.EXPORT,
            "olvidar", Command.FORGET);

    /** The names that platforms list, and so people of either language tap: they tell nothing of the person's. */
    private static final Map<String, Command> COMMON = Map.of(
            "start", Command.START,
            "help", Command.HELP,
            "recommend", Command.RECOMMEND,
            "mood", Command.MOOD,
            "language", Command.LANGUAGE,
            "privacy", Command.PRIVACY,
            "export", Command.EXPORT,
            "forget", Command.FORGET);

    private static final String SOS = "sos";

    private final People people;
    private final Buttons buttons;
    private final Taps taps;

    Commands(People people, Buttons buttons, Taps taps) {
        this.people = people;
        this.buttons = buttons;
        this.taps = taps;
    }

    /** In all languages, lower case, without the slash. */
    static Set<String> names() {
        return Stream.of(COMMON.keySet(), SPANISH.keySet(), Set.of(SOS))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isCommand(String text) {
        return text.startsWith("/");
    }

    /** Whether it asks for help lines, which is answered before anything is looked up. */
    static boolean isSos(String text) {
        return isCommand(text) && name(text).equals(SOS);
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
        Command spanish = SPANISH.get(name(text));
        Command command = spanish == null ? COMMON.get(name(text)) : spanish;
        Language language = spanish == null ? visitor.usualLanguage() : visitor.answerLanguage(Language.SPANISH);
        if (command == null) {
            return Optional.of(new Reply.Acknowledgement(language, Texts.in(language, "command.unknown"), List.of()));
        }
        return switch (command) {
            case START -> Optional.of(moods("question.start", language));
            case HELP -> Optional.of(help(language));
            case RECOMMEND -> Optional.empty();
            case MOOD -> Optional.of(moods("question.mood", language));
            case LANGUAGE -> Optional.of(language(argument(text), visitor, language));
            case PRIVACY -> Optional.of(privacy(language));
            case EXPORT -> Optional.of(export(visitor, language));
            case FORGET -> Optional.of(forget(visitor, language));
        };
    }

    private Reply moods(String question, Language language) {
        return new Reply.Question(
                language, null, Texts.in(language, question), buttons.moods(Wishes.NONE, Aim.MATCH, language));
    }

    Reply help(Language language) {
        return information(language, List.of("help.what", "help.wishes", "help.buttons", "help.commands", "help.care"));
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

    private Reply language(String argument, Visitor visitor, Language now) {
        String wanted = Tokenizer.normalise(argument);
        if (wanted.startsWith("auto")) {
            return taps.speak(null, visitor);
        }
        return named(wanted)
                .map(language -> taps.speak(language, visitor))
                .orElseGet(() ->
                        new Reply.Question(now, null, Texts.in(now, "question.language"), buttons.languages(now)));
    }

    /** The language with this code, or with this name in any of the languages. */
    private static Optional<Language> named(String wanted) {
        for (Language language : Language.values()) {
            for (Language other : Language.values()) {
                String name = language.locale().getDisplayLanguage(other.locale());
                if (Tokenizer.normalise(name).equals(wanted)) {
                    return Optional.of(language);
                }
            }
        }
        return Language.of(wanted);
    }

    private Reply export(Visitor visitor, Language language) {
        Keepsakes kept = people.kept(visitor);
        Reply.TextFile file = new Reply.TextFile("emotitune.json", KeepsakesJson.of(kept));
        return new Reply.Information(language, List.of(Texts.in(language, "export.all")), file, List.of());
    }

    private Reply forget(Visitor visitor, Language language) {
        boolean anything = people.forget(visitor);
        return new Reply.Acknowledgement(
                language, Texts.in(language, anything ? "forget.done" : "forget.nothing"), List.of());
    }
}
