package org.emotitune.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotitune.EmotiTune;
import org.emotitune.config.Settings;
import org.emotitune.conversation.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A conversation in the terminal; on a pipe one message a line, until the input ends. */
@Command(name = "chat", description = "Chat in the terminal (the default).", mixinStandardHelpOptions = true)
final class ChatCommand implements Callable<Integer> {
    @Option(
            names = "--echo",
            description = "On a pipe: be strict as with a person at a terminal, and repeat each message before its "
                    + "answer, for transcripts.")
    private boolean echo;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Settings settings = Settings.of(environment);
        boolean person = Terminal.isPerson();
        try (Progress progress = new Progress();
                EmotiTune emotiTune = EmotiTune.start(settings, environment, Clock.systemUTC(), progress)) {
            emotiTune.keepHouse();
            progress.accept("");
            Chat chat = new Chat(emotiTune, settings, person, echo);
            if (person) {
                System.out.println(Texts.in(settings.language(), "chat.welcome") + "\n");
            }
            chat.run(new MessageLines(System.in));
            if (person) {
                System.out.println("\n" + Texts.in(settings.language(), "chat.bye"));
            }
            return Terminal.outcome();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        }
    }
}
