package org.emotitune.telegram;

import java.util.List;
import java.util.stream.Stream;
import org.emotitune.emotion.Language;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/**
 * Which commands Telegram lists. All others work too; where to get help is listed everywhere.
 *
 * @param names without a slash
 */
record Menu(List<String> names) {
    /** In the chat with one person. */
    static final Menu PRIVATE =
            new Menu(List.of("recommend", "help", "sos", "language", "privacy", "export", "forget"));
    /** What concerns one person alone has no place here, nor has their language. */
    static final Menu GROUP = new Menu(List.of("recommend", "help", "sos"));

    private static final List<String> OF_ADMINS = List.of("reindex", "import", "stats", "cancel");

    Menu {
        names = List.copyOf(names);
    }

    List<BotCommand> commands(Language language) {
        return described(names.stream(), language);
    }

    /** With what admins may do there. */
    List<BotCommand> withAdmins(Language language) {
        return described(Stream.concat(names.stream(), OF_ADMINS.stream()), language);
    }

    private static List<BotCommand> described(Stream<String> names, Language language) {
        return names.map(name -> new BotCommand(name, TelegramTexts.in(language, "menu." + name)))
                .toList();
    }
}
