package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.testing.Bot;
import org.emotitune.text.Token;
import org.emotitune.text.Tokenizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the whole program says of feelings and themes is in the language of the reply. */
class ReplyLanguagesTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home = Path.of("");

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final Tokenizer TOKENIZER = new Tokenizer(Map.of());

    private static final Map<Language, List<Reply>> REPLIES = new EnumMap<>(Language.class);

    @BeforeAll
    static void talk() {
        try (Bot bot = Bot.on(database, home, Clock.systemUTC())) {
            for (Language language : Language.values()) {
                REPLIES.put(language, replies(bot, language));
            }
        }
    }

    private static List<Reply> replies(Language language) {
        return REPLIES.getOrDefault(language, List.of());
    }

    @ParameterizedTest
    @EnumSource
    void noReplyNamesAFeelingOrAThemeInTheOtherLanguage(Language language) {
        Set<String> foreign = names(other(language));
        foreign.removeAll(names(language));
        List<Reply> replies = replies(language);

        assertThat(foreign).hasSizeGreaterThan(150);
        assertThat(replies)
                .hasSizeGreaterThan(300)
                .allSatisfy(reply -> assertThat(texts(reply))
                        .noneMatch(text ->
                                foreign.stream().anyMatch(name -> plain(text).contains(name))));
    }

    @ParameterizedTest
    @EnumSource
    void everyFeelingIsNamedInTheLanguageOfItsReplySomewhere(Language language) {
        List<String> heard = replies(language).stream()
                .flatMap(reply -> texts(reply).stream())
                .map(ReplyLanguagesTest::plain)
                .distinct()
                .toList();

        assertThat(VOCABULARY.emotions())
                .allSatisfy(
                        emotion -> assertThat(heard).anyMatch(text -> text.contains(plain(emotion.name(language)))));
    }

    /** To the name of every feeling and theme, said to a bot that answers in the language, and to "not quite". */
    private static List<Reply> replies(Bot bot, Language language) {
        String user = "reader of " + language;
        bot.say(user, "/language " + language.code());
        List<Reply> replies = new ArrayList<>();
        Stream.concat(
                        VOCABULARY.emotions().stream().map(emotion -> emotion.name(language)),
                        VOCABULARY.themes().stream().map(theme -> theme.name(language)))
                .forEach(name -> {
                    Reply reply = bot.say(user, name);
                    replies.add(reply);
                    reply.buttons().stream()
                            .filter(button -> button.label().equals(Texts.in(language, "button.notquite")))
                            .forEach(button -> replies.add(bot.tap(user, button)));
                });
        assertThat(replies).extracting(Reply::language).containsOnly(language);
        return replies;
    }

    /** All that the bot says in its own words: no titles and no artists. */
    private static List<String> texts(Reply reply) {
        Stream<String> own = switch (reply) {
            case Reply.Songs(var ignored, var opening, var songs, var buttons) -> texts(opening, songs);
            case Reply.NothingClose(var ignored, var opening, var songs, var buttons) -> texts(opening, songs);
            case Reply.Question question -> Stream.of(question.text());
            case Reply.Crisis crisis -> crisis.paragraphs().stream();
            case Reply.Information information -> information.paragraphs().stream();
            case Reply.Acknowledgement acknowledgement -> Stream.of(acknowledgement.text());
            case Reply.Apology apology -> Stream.of(apology.text());
        };
        return Stream.concat(own, Bot.buttons(reply).stream().map(Button::label))
                .toList();
    }

    private static Stream<String> texts(Opening opening, List<SongLine> songs) {
        return Stream.of(
                        opening.heard().stream(),
                        opening.notes().stream(),
                        Stream.of(opening.intro()),
                        songs.stream().map(SongLine::why),
                        songs.stream().map(SongLine::step).filter(Objects::nonNull))
                .flatMap(texts -> texts);
    }

    private static Language other(Language language) {
        return Arrays.stream(Language.values())
                .filter(each -> each != language)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(Language language) {
        return Stream.concat(
                        VOCABULARY.emotions().stream().map((Emotion emotion) -> emotion.name(language)),
                        VOCABULARY.themes().stream().map((Theme theme) -> theme.name(language)))
                .map(ReplyLanguagesTest::plain)
                .collect(Collectors.toSet());
    }

    /** Words in normal form with a space before and behind each. */
    private static String plain(String text) {
        return TOKENIZER.tokens(text).stream().map(Token::text).collect(Collectors.joining(" ", " ", " "));
    }
}
