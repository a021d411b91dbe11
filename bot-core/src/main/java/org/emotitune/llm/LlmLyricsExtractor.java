package org.emotitune.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.ReadingStoppedException;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.web.Deadline;

/**
 * Reads songs by a language model; what it answers in no usable way the embedded extractor reads. What was read once is
 * known for ever, for the same words, prompt and model. Thread-safe.
 */
final class LlmLyricsExtractor implements LyricsExtractor {
    /** Of a usual answer about one song. */
    private static final int ANSWER_TOKENS = 170;

    private final Questioner questioner;
    private final Prompts prompts;
    private final LyricsExtractor otherwise;
    private final ControlledVocabulary words;
    private final KnownReadings known;
    private final Fallbacks fallbacks;
    private final Reader reader;

    /**
     * Who reads.
     *
     * @param model its name
     * @param atOnce songs in one request
     * @param time for a request, and for asking once more
     */
    record Reader(String model, int atOnce, Duration time) {}

    LlmLyricsExtractor(
            Questioner questioner,
            Prompts prompts,
            LyricsExtractor otherwise,
            ControlledVocabulary words,
            KnownReadings known,
            Fallbacks fallbacks,
            Reader reader) {
        this.questioner = questioner;
        this.prompts = prompts;
        this.otherwise = otherwise;
        this.known = known;
        this.words = words;
        this.fallbacks = fallbacks;
        this.reader = reader;
    }

    @Override
    public String source() {
        return reader.model();
    }

    @Override
    public String version() {
        return reader.atOnce() == 1 ? alone() : together() + " and " + prompts.songVersion();
    }

    /** A song that was read by itself is known by this. */
    private String alone() {
        return reader.model() + " " + prompts.songVersion();
    }

    /** A song that was read with others. */
    private String together() {
        return reader.model() + " " + prompts.songsVersion();
    }

    @Override
    public int atOnce() {
        return reader.atOnce();
    }

    @Override
    public Cost costOf(int characters) {
        Prompt empty = prompts.songs(List.of(new SongText("", null, "")));
        long stable = Tokens.estimate(empty.instructions() + empty.asJson());
        return new Cost(
                1.0 / reader.atOnce(),
                stable / reader.atOnce() + Tokens.estimate(empty.data()) + characters / 3,
                ANSWER_TOKENS);
    }

    @Override
    public List<Outcome> read(List<SongText> songs, long job) {
        List<String> digests = songs.stream().map(this::digest).toList();
        Map<String, Outcome> outcomes =
                new HashMap<>(reader.atOnce() == 1 ? Map.of() : known.known(together(), digests));
        outcomes.putAll(known.known(alone(), digests));
        outcomes.keySet().forEach(song -> fallbacks.count(Purpose.SONG, Event.KNOWN));
        List<SongText> unknown = songs.stream()
                .filter(song -> !outcomes.containsKey(digest(song)))
                .toList();
        if (!unknown.isEmpty()) {
            List<Outcome> asked = asked(unknown, job);
            for (int i = 0; i < unknown.size(); i++) {
                outcomes.put(digest(unknown.get(i)), asked.get(i));
            }
        }
        return songs.stream().map(song -> outcomes.get(digest(song))).toList();
    }

    /** Of all that the model is shown of it. */
    private String digest(SongText song) {
        return Digests.sha256(prompts.songs(List.of(song)).data());
    }

    private List<Outcome> asked(List<SongText> songs, long job) {
        try {
            List<Optional<Heard>> heard =
                    questioner.ask(prompts.songs(songs), job, Deadline.in(reader.time()), this::heard);
            String version = songs.size() == 1 ? alone() : together();
            for (int i = 0; i < songs.size(); i++) {
                if (heard.get(i).isPresent()) {
                    keep(version, songs.get(i), heard.get(i).get());
                }
            }
            // Only now that what is paid for is kept: asking about one alone may end it all.
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < songs.size(); i++) {
                outcomes.add(heard.get(i).isPresent() ? heard.get(i).get() : alone(songs.get(i), job));
            }
            return outcomes;
        } catch (UnusableAnswerException e) {
            return songs.size() == 1
                    ? List.of(embedded(songs.getFirst(), e, job))
                    : songs.stream().map(song -> alone(song, job)).toList();
        } catch (OverBudgetException e) {
            throw stopped(Event.OVER_BUDGET, e);
        } catch (ServerRefusesException e) {
            throw stopped(Event.REFUSED, e);
        } catch (ServiceUnavailableException | CrowdedException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("reading was interrupted");
            }
            fallbacks.count(Purpose.SONG, Event.UNAVAILABLE);
            Outcome unavailable = new Unavailable(String.valueOf(e.getMessage()));
            return Collections.nCopies(songs.size(), unavailable);
        }
    }

    private Outcome alone(SongText song, long job) {
        return asked(List.of(song), job).getFirst();
    }

    private ReadingStoppedException stopped(Event event, RuntimeException reason) {
        fallbacks.count(Purpose.SONG, event);
        return new ReadingStoppedException(String.valueOf(reason.getMessage()));
    }

    private void keep(String version, SongText song, Heard heard) {
        known.keep(version, digest(song), heard);
        fallbacks.count(Purpose.SONG, Event.READ);
    }

    /** Only what names a feeling, or could in one word: two are enough to be a piece of the lyrics. */
    private Heard heard(Told told) throws UnusableAnswerException {
        try {
            Map<String, Double> emotions = those(told.emotions(), term -> isWord(term) || names(term));
            if (words.controlled(emotions, Map.of()).profile().isEmpty()) {
                throw new UnusableAnswerException("None of its emotions is in the list.");
            }
            return new Heard(reader.model(), told.language(), emotions, told.themes(), null);
        } catch (ServiceUnavailableException e) {
            // The embeddings by which strange words are compared may come from outside; the answer is paid for already.
            Map<String, Double> emotions = those(told.emotions(), LlmLyricsExtractor::isWord);
            return new Heard(reader.model(), told.language(), emotions, told.themes(), null);
        }
    }

    private static Map<String, Double> those(Map<String, Double> emotions, Predicate<String> which) {
        return emotions.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isWord(String term) {
        return term.chars().allMatch(Character::isLetter);
    }

    private boolean names(String term) {
        return words.controlled(Map.of(term, 1.0), Map.of()).profile().isPresent();
    }

    private Outcome embedded(SongText song, UnusableAnswerException reason, long job) {
        fallbacks.happened(Purpose.SONG, Event.UNUSABLE, String.valueOf(reason.getMessage()));
        Outcome outcome = otherwise.read(List.of(song), job).getFirst();
        return outcome instanceof Heard heard
                ? new Heard(
                        heard.source(),
                        heard.language(),
                        heard.emotions(),
                        heard.themes(),
                        "read by the built-in reader, for the language model's answer could not be used")
                : outcome;
    }
}
