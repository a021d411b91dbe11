package org.emotitune.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.emotitune.EmotiTune;
import org.emotitune.cli.MessageLines.Message;
import org.emotitune.config.Settings;
import org.emotitune.conversation.Answer;
import org.emotitune.conversation.Conversation;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Wish;
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
        Wish wish = wish();
        Language told = told();
        Map<String, String> environment = System.getenv();
        Settings settings = Settings.of(environment);
        try (Progress progress = new Progress();
                EmotiTune emotiTune = EmotiTune.start(settings, environment, progress)) {
            progress.accept("");
            Output output = new Output(emotiTune, wish, told, json);
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

    private Wish wish() {
        try {
            return new Wish(limit, Order.valueOf(order.toUpperCase(java.util.Locale.ROOT)), Set.of());
        } catch (IllegalArgumentException e) {
            String problem = limit < 1 || limit > Wish.MOST_SONGS
                    ? "--limit takes a number from 1 to %d, not %d".formatted(Wish.MOST_SONGS, limit)
                    : "--order takes popularity or similarity, not '%s'".formatted(order);
            throw new ParameterException(spec.commandLine(), problem, e);
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

    private record Output(
            Conversation conversation,
            AnswerText text,
            Wish wish,
            @Nullable Language language,
            boolean json) {
        Output(EmotiTune emotiTune, Wish wish, @Nullable Language language, boolean json) {
            this(emotiTune.conversation(), new AnswerText(emotiTune.vocabulary()), wish, language, json);
        }

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
            Answer answer = conversation.answer(message, wish);
            Answer spoken = language == null ? answer : answer.in(language);
            System.out.println(json ? AnswerJson.of(message, spoken) : text.of(spoken) + "\n");
        }
    }
}
