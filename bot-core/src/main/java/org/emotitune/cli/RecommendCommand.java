package org.emotitune.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotitune.EmotiTune;
import org.emotitune.cli.MessageLines.Message;
import org.emotitune.config.Settings;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Request;
import org.emotitune.recommend.Wishes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Songs for one message, or for every line of standard input. */
@Command(
        name = "recommend",
        description = "Songs for MESSAGE, or for every line of standard input.",
        mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "MESSAGE", description = "How you feel, in Spanish or English.")
    private List<String> words = List.of();

    @Option(names = "--json", description = "One JSON object a line instead of text.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "5", description = "Most songs, 1 to 50 (default 5).")
    private int limit;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "popularity",
            description = "popularity (default) or similarity: the order of the songs that match.")
    private String order = "popularity";

    @Option(
            names = "--language",
            paramLabel = "LANG",
            description = "es or en: language of the answers, instead of each message's own.")
    private @Nullable String language;

    @Override
    public Integer call() {
        Options options = options();
        Map<String, String> environment = System.getenv();
        Settings settings = Settings.of(environment);
        try (Progress progress = new Progress();
                EmotiTune emotiTune = EmotiTune.start(settings, environment, Clock.systemUTC(), progress)) {
            progress.accept("");
            Output output = new Output(emotiTune.conversation(), settings.language(), options, json);
            if (!words.isEmpty()) {
                output.print(String.join(" ", words));
            } else {
                Terminal.hint("one message a line; Ctrl-D ends");
                output.printAll(new MessageLines(System.in));
            }
            return Terminal.outcome();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        }
    }

    private Options options() {
        if (limit < 1 || limit > Request.MOST_SONGS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--limit takes a number from 1 to %d, not %d".formatted(Request.MOST_SONGS, limit));
        }
        return new Options(told(), Wishes.NONE, Aim.MATCH, order(), limit);
    }

    private Order order() {
        try {
            return Order.valueOf(order.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--order takes popularity or similarity, not '%s'".formatted(order), e);
        }
    }

    private @Nullable Language told() {
        if (language == null) {
            return null;
        }
        return Language.of(language)
                .filter(known -> known.code().equals(language))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--language takes es or en, not '%s'".formatted(language)));
    }

    /** Answers whoever has no name: nothing is remembered, so the same message has the same answer. */
    private record Output(Conversation conversation, Language locale, Options options, boolean json) {
        private static final ConsoleReplies TEXT = new ConsoleReplies(null);

        void printAll(MessageLines lines) throws IOException {
            int number = 0;
            for (Message line = lines.next(); line != null; line = lines.next()) {
                number++;
                if (!line.intact()) {
                    System.err.println(
                            "emotitune: line %d is not valid UTF-8; the rest of it was read".formatted(number));
                }
                print(line.text());
                if (System.out.checkError()) {
                    return; // nobody reads any more
                }
            }
        }

        void print(String message) {
            if (message.length() > EmotionExtractor.LONGEST_READ) {
                System.err.println("emotitune: a message is longer than %d characters; the rest of it was not read"
                        .formatted(EmotionExtractor.LONGEST_READ));
            }
            Sender nobody = new Sender(null, locale, null);
            Reply reply = conversation.answer(new IncomingMessage(nobody, new Text(message, options)));
            System.out.println(json ? ReplyJson.of(message, reply) : TEXT.text(reply) + "\n");
        }
    }
}
