package org.emotitune.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.conversation.Afterthoughts.Afterthought;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Tapped;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.LanguageDetector;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.person.Keyring;
import org.emotitune.person.PersonStore;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Recommender;
import org.emotitune.recommend.Request;
import org.emotitune.recommend.Wishes;
import org.emotitune.safety.HelpLines;
import org.emotitune.safety.SafetyGate;
import org.emotitune.wish.WishReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From whatever a person says or taps to a reply, the same on every platform. Nothing of a message is kept or logged.
 * Thread-safe; one person's messages are best answered one after the other (the reception sees to that).
 */
public final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final Ears ears;
    private final HelpLines helpLines;
    private final People people;
    private final SongPages pages;
    private final Buttons buttons;
    private final Taps taps;
    private final Together together;
    private final Afterthoughts afterthoughts;
    private final Commands commands;
    private final OutcomeTally tally;
    private final Suggestions suggestions;

    /** What hears a message, and what is said to somebody in danger. */
    public record Hearing(
            SafetyGate safety, HelpLines helpLines, LanguageDetector languages, EmotionExtractor extractor) {}

    /** What songs are found with. */
    public record Music(Recommender recommender, CatalogStore catalog, MoodSpace space, Vocabulary vocabulary) {}

    /**
     * What is remembered, and how.
     *
     * @param noRepeats how long a song is not given to the same person again
     * @param retention how long people are kept who do not come back; only told to people here
     */
    public record Memory(
            PersonStore people,
            Keyring keys,
            OutcomeTally tally,
            Clock clock,
            Duration noRepeats,
            Duration retention) {}

    /** Puts a conversation together. */
    public static Conversation of(Hearing hearing, Music music, Memory memory) {
        Vocabulary vocabulary = music.vocabulary();
        Recommender recommender = music.recommender();
        TapCodec codec = new TapCodec(vocabulary, new KeyringSeal(memory.keys()), music.catalog()::artist);
        Buttons buttons = new Buttons(codec, recommender, vocabulary, new NearWords(music.space(), vocabulary));
        People people =
                new People(memory.people(), memory.keys(), memory.clock(), memory.noRepeats(), memory.retention());
        SongLines lines = new SongLines(buttons, vocabulary);
        SongPages pages = new SongPages(recommender, people, buttons, lines, vocabulary);
        Together together = new Together(recommender, buttons, lines);
        Afterthoughts afterthoughts = new Afterthoughts();
        Taps taps = new Taps(codec, recommender, people, pages, buttons, afterthoughts);
        Ears ears = new Ears(
                hearing.safety(),
                SmallTalk.load(),
                WishReader.load(),
                music.catalog()::artist,
                hearing.languages(),
                hearing.extractor());
        return new Conversation(
                ears,
                hearing.helpLines(),
                people,
                pages,
                buttons,
                taps,
                together,
                afterthoughts,
                memory.tally(),
                Suggestions.of(vocabulary));
    }

    private record KeyringSeal(Keyring keys) implements Seal {
        @Override
        public byte[] seal(byte[] message) {
            return keys.seal(message);
        }

        @Override
        public boolean isSealed(byte[] message, byte[] seal) {
            return keys.isSealed(message, seal);
        }
    }

    private record Ears(
            SafetyGate safety,
            SmallTalk smallTalk,
            WishReader wishes,
            WishReader.Artists artists,
            LanguageDetector languages,
            EmotionExtractor extractor) {}

    private Conversation(
            Ears ears,
            HelpLines helpLines,
            People people,
            SongPages pages,
            Buttons buttons,
            Taps taps,
            Together together,
            Afterthoughts afterthoughts,
            OutcomeTally tally,
            Suggestions suggestions) {
        this.ears = ears;
        this.helpLines = helpLines;
        this.people = people;
        this.pages = pages;
        this.buttons = buttons;
        this.taps = taps;
        this.together = together;
        this.afterthoughts = afterthoughts;
        this.commands = new Commands(people, buttons, taps);
        this.tally = tally;
        this.suggestions = suggestions;
    }

    /** Names of its commands in all languages, lower case, without the slash. */
    public static Set<String> commands() {
        return Commands.names();
    }

    /** What to offer to somebody who is writing how they feel. */
    public Suggestions suggestions() {
        return suggestions;
    }

    /** ISO 639-1 codes of the languages that songs can be wished in, most usual first. */
    public List<String> sungLanguages() {
        return ears.wishes().languages();
    }

    /** The reply to anything, also where the songs cannot be reached: then it is an apology, and the log says why. */
    public Reply reply(IncomingMessage message) {
        return counted(() -> answer(message), () -> languageOf(message));
    }

    private Reply counted(Supplier<Reply> answer, Supplier<Language> apologyIn) {
        Reply reply;
        try {
            reply = answer.get();
        } catch (StoreUnavailableException e) {
            LOG.warn("A message could not be answered: {}", e.getMessage());
            Language language = apologyIn.get();
            reply = new Reply.Apology(language, Reply.Reason.UNAVAILABLE, Texts.in(language, "apology.unavailable"));
        }
        tally.record(reply.outcome());
        return reply;
    }

    /**
     * What begins a round in which several people tap how they feel, each one mood: platforms count the taps themselves,
     * and hand them to {@link #together} at the end. Takes no time.
     */
    public Reply.Question moods(Language language) {
        return together.question(language);
    }

    /**
     * The reply to several people, with songs that fit all of them as well as can be: {@link Reply.Songs}, or
     * {@link Reply.NothingClose} where their moods are too far apart; an acknowledgement where nobody has tapped. Nobody's
     * taste and nobody's memory is asked or touched; thumbs of all people count as ever. An apology where the songs cannot
     * be reached.
     *
     * @param actions of the buttons of {@link #moods}, one for each person, in any order; any others are ignored
     */
    public Reply together(List<String> actions, Language language) {
        return counted(() -> together.answer(actions, language), () -> language);
    }

    /**
     * The reply to a message.
     *
     * @throws StoreUnavailableException if songs or people's data cannot be reached now
     */
    public Reply answer(IncomingMessage message) {
        Optional<Language> danger = danger(message);
        if (danger.isPresent()) {
            return crisis(danger.get(), message.sender());
        }
        Visitor visitor = people.visitor(message.sender());
        return switch (message.content()) {
            case Text text -> said(text, visitor);
            case Tapped(var action) -> taps.tapped(action, visitor);
        };
    }

    /**
     * Forgets all that is kept of a person who has no use for a reply, such as one who has blocked the bot. Nothing of
     * somebody without an identity.
     *
     * @throws StoreUnavailableException if people's data cannot be reached now; nothing is forgotten then
     */
    public void forget(Sender sender) {
        Visitor visitor = people.stranger(sender);
        people.forget(visitor);
        afterthoughts.take(visitor);
    }

    /** Counts a reply that its platform could not show any more. */
    public void notShown() {
        tally.record("not-shown");
    }

    /**
     * Whether somebody may be in danger or asks for help lines: such a message is answered whatever else is to be done.
     * Takes no time.
     */
    public boolean isUrgent(IncomingMessage message) {
        return danger(message).isPresent();
    }

    /** The language to answer in, as far as the message alone tells it. Takes no time. */
    public Language languageOf(IncomingMessage message) {
        return switch (message.content()) {
            case Text(var text, var options) -> {
                Language wished = options.answerLanguage();
                yield wished == null
                        ? ears.languages().of(text, message.sender().locale())
                        : wished;
            }
            case Tapped ignored -> message.sender().locale();
        };
    }

    private Optional<Language> danger(IncomingMessage message) {
        return switch (message.content()) {
            case Text(var text, var options) ->
                ears.safety()
                        .danger(text)
                        .or(() -> options.overheard() ? Optional.empty() : sos(text, message.sender()));
            case Tapped ignored -> Optional.empty();
        };
    }

    /** Whoever asks for help lines gets them as whoever needs them does: at once, and without the store. */
    private static Optional<Language> sos(String text, Sender sender) {
        return Commands.isSos(text.strip()) ? Optional.of(sender.locale()) : Optional.empty();
    }

    private Reply crisis(Language language, Sender sender) {
        List<String> lines = new ArrayList<>(helpLines.lines(language, sender.country()));
        lines.add(Texts.in(language, "crisis.elsewhere"));
        return new Reply.Crisis(
                language,
                List.of(Texts.in(language, "crisis.heard"), Texts.in(language, "crisis.talk")),
                lines,
                Texts.in(language, "crisis.later"));
    }

    private Reply said(Text message, Visitor visitor) {
        String text = message.text().strip();
        if (message.options().overheard()) {
            return felt(text, message.options(), visitor);
        }
        if (Commands.isCommand(text)) {
            afterthoughts.take(visitor);
            return commands.answer(text, visitor)
                    .orElseGet(() -> felt(Commands.argument(text), message.options(), visitor));
        }
        return visitor.guest() == null
                ? felt(text, message.options(), visitor)
                : ears.smallTalk()
                        .of(text, visitor.usualLanguage())
                        .map(said -> smallTalk(said, visitor))
                        .orElseGet(() -> felt(text, message.options(), visitor));
    }

    private Reply smallTalk(SmallTalk.Said said, Visitor visitor) {
        Language language = visitor.answerLanguage(said.language());
        people.heard(visitor, said.language());
        return switch (said.kind()) {
            case GREETING ->
                new Reply.Question(
                        language,
                        null,
                        Texts.in(language, "question.greeting"),
                        buttons.moods(Wishes.NONE, Aim.MATCH, language));
            case THANKS -> new Reply.Acknowledgement(language, Texts.in(language, "talk.thanks"), List.of());
            case FAREWELL -> new Reply.Acknowledgement(language, Texts.in(language, "talk.farewell"), List.of());
            case HELP -> commands.help(language);
        };
    }

    private Reply felt(String text, Options options, Visitor visitor) {
        Afterthought before = afterthoughts.take(visitor);
        WishReader.Wished wished = ears.wishes().read(text, ears.artists());
        Reading read = ears.extractor().read(wished.rest(), languageOf(text, wished, visitor.usualLanguage()));
        Language language = answerLanguage(options, visitor, read.language());
        Reading reading = read.in(language);
        if (read.danger()) {
            return crisis(language, visitor.sender());
        }
        Wishes wishes = wished.wishes().orElse(before.wishes()).orElse(options.wishes());
        return reading.profile()
                .map(feeling -> pages.show(
                        new Tap.Show(new Tap.Feeling(about(feeling, before)), wishes, options.aim(), null),
                        turn(text, options, visitor, options.overheard() ? null : read.language(), reading)))
                .orElseGet(() -> {
                    if (!options.overheard()) {
                        people.heard(visitor, read.language());
                    }
                    return unclear(text, reading, wishes, options.aim(), visitor);
                });
    }

    private static Language answerLanguage(Options options, Visitor visitor, Language ofMessage) {
        Language asked = options.answerLanguage();
        if (asked != null) {
            return asked;
        }
        return options.overheard() ? visitor.usualLanguage() : visitor.answerLanguage(ofMessage);
    }

    /** A feeling told in place of another one is still about the same. */
    private static Profile about(Profile feeling, Afterthought before) {
        return feeling.themes().isEmpty() ? new Profile(feeling.emotions(), before.themes()) : feeling;
    }

    /** What is left without the wishes may be a word of either language, or nothing. */
    private Language languageOf(String text, WishReader.Wished wished, Language otherwise) {
        return wished.rest().equals(text) ? otherwise : ears.languages().of(text, otherwise);
    }

    private static Turn turn(
            String text, Options options, Visitor visitor, @Nullable Language spoken, Reading reading) {
        List<String> notes = text.length() > EmotionExtractor.LONGEST_READ
                ? List.of(Texts.in(reading.language(), "songs.long", EmotionExtractor.LONGEST_READ))
                : List.of();
        Integer limit = options.limit();
        return new Turn(
                visitor,
                reading.language(),
                spoken,
                reading,
                options.order(),
                limit == null ? Request.USUAL_SONGS : limit,
                notes);
    }

    private Reply unclear(String message, Reading reading, Wishes wishes, Aim aim, Visitor visitor) {
        afterthoughts.keep(visitor, new Afterthought(wishes, List.of()));
        Language language = reading.language();
        String text = WishTexts.line(wishes, language)
                .map(noted -> Texts.in(language, "question.wishes", noted))
                .orElseGet(() -> Texts.in(language, message.isBlank() ? "question.empty" : "question.unclear"));
        return new Reply.Question(language, reading, text, buttons.moods(wishes, aim, language));
    }
}
