package org.emotitune.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotitune.EmotiTune;
import org.emotitune.cli.MessageLines.Message;
import org.emotitune.config.Settings;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.recommend.Wish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** A conversation in the terminal; on a pipe one message a line, until the input ends. */
@Command(name = "chat", description = "Chat in the terminal (the default).", mixinStandardHelpOptions = true)
final class ChatCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Settings settings = Settings.of(environment);
        boolean person = Terminal.isPerson();
        try (Progress progress = new Progress();
                EmotiTune emotiTune = EmotiTune.start(settings, environment, progress)) {
            progress.accept("");
            new Chat(emotiTune, person).run(settings.language());
            return Terminal.outcome();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        }
    }

    private record Chat(Conversation conversation, AnswerText text, boolean person) {
        Chat(EmotiTune emotiTune, boolean person) {
            this(emotiTune.conversation(), new AnswerText(emotiTune.vocabulary()), person);
        }

        void run(Language first) throws IOException {
            if (person) {
                System.out.println(Texts.in(first, "chat.welcome") + "\n");
            }
            MessageLines lines = new MessageLines(System.in);
            Language language = first;
            for (Message message = ask(lines); message != null; message = ask(lines)) {
                language = answer(message, language);
                System.out.println();
                if (System.out.checkError()) {
                    return; // nobody reads any more
                }
            }
            if (person) {
                System.out.println("\n" + Texts.in(language, "chat.bye"));
            }
        }

        private @Nullable Message ask(MessageLines lines) throws IOException {
            if (person) {
                System.out.print("> ");
                System.out.flush();
            }
            return lines.next();
        }

        /** @return the language of the answer, which the next one keeps where a message does not show its own */
        private Language answer(Message message, Language last) {
            if (message.text().isBlank()) {
                System.out.println(Texts.in(last, message.intact() ? "unclear.empty" : "chat.unreadable"));
                return last;
            }
            try {
                var answer = conversation.answer(message.text(), Wish.DEFAULT);
                Language language = answer.language();
                if (!message.intact()) {
                    System.out.println(Texts.in(language, "chat.unreadable"));
                }
                if (message.text().length() > EmotionExtractor.LONGEST_READ) {
                    System.out.println(Texts.in(language, "chat.long", EmotionExtractor.LONGEST_READ));
                }
                System.out.println(text.of(answer));
                return language;
            } catch (StoreUnavailableException e) {
                System.out.println(Texts.in(last, "apology.unavailable"));
                System.err.println("emotitune: " + e.getMessage());
                return last;
            }
        }
    }
}
