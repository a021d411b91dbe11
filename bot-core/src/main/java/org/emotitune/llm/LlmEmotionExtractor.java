package org.emotitune.llm;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.web.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages by a language model, and within a time; what the model cannot read so the embedded extractor reads, and
 * the reading says so. Thread-safe.
 */
final class LlmEmotionExtractor implements EmotionExtractor {
    /** Strength of what people mostly feel in a situation, where they name the situation alone. */
    private static final double USUAL = 0.6;

    private static final Duration REFUSED = Duration.ofSeconds(30);

    private final Questioner questioner;
    private final Prompts prompts;
    private final Ears ears;
    private final Duration time;
    private final Fallbacks fallbacks;
    private final MessageCache cache = new MessageCache();
    private final AtomicReference<@Nullable Refused> refused = new AtomicReference<>();

    /** The server refuses, until somebody has changed a setting: it is not asked for every message. */
    private record Refused(Deadline until, ServerRefusesException reason) {}

    /**
     * @param words what the model's words are taken through, at once
     * @param otherwise reads where the model cannot
     */
    record Ears(Vocabulary vocabulary, ControlledVocabulary words, EmotionExtractor otherwise) {}

    /** @param time for a message, whatever happens */
    LlmEmotionExtractor(Questioner questioner, Prompts prompts, Ears ears, Duration time, Fallbacks fallbacks) {
        this.questioner = questioner;
        this.prompts = prompts;
        this.ears = ears;
        this.time = time;
        this.fallbacks = fallbacks;
    }

    /** @throws StoreUnavailableException if what it costs cannot be counted */
    @Override
    public Reading read(String message, Language otherwise) {
        String text = EmotionExtractor.readOf(message);
        if (text.isBlank()) {
            return ears.otherwise().read(text, otherwise);
        }
        Deadline deadline = Deadline.in(time);
        try {
            return shared(text, otherwise, deadline);
        } catch (UnusableAnswerException e) {
            String reason = "The language model's answers could not be used: " + e.getMessage();
            return embedded(text, otherwise, Event.UNUSABLE, reason);
        } catch (OverBudgetException e) {
            return embedded(text, otherwise, Event.OVER_BUDGET, e.getMessage());
        } catch (CrowdedException e) {
            return embedded(text, otherwise, Event.CROWDED, e.getMessage());
        } catch (ServerRefusesException e) {
            return embedded(text, otherwise, Event.REFUSED, e.getMessage());
        } catch (TimeoutException e) {
            return embedded(text, otherwise, Event.TOO_LATE, e.getMessage());
        } catch (ServiceUnavailableException e) {
            return embedded(text, otherwise, deadline.isOver() ? Event.TOO_LATE : Event.UNAVAILABLE, e.getMessage());
        }
    }

    private Reading embedded(String text, Language otherwise, Event event, @Nullable String reason) {
        fallbacks.happened(Purpose.MESSAGE, event, String.valueOf(reason));
        return ears.otherwise().read(text, otherwise);
    }

    /** Who says the same at the same time shares one call. */
    private Reading shared(String text, Language otherwise, Deadline deadline)
            throws UnusableAnswerException, TimeoutException {
        CompletableFuture<Reading> mine = new CompletableFuture<>();
        CompletableFuture<Reading> first = cache.claim(text, otherwise, mine);
        if (first == null) {
            try {
                Reading reading = asked(text, otherwise, deadline);
                mine.complete(reading);
                return reading;
            } catch (UnusableAnswerException | RuntimeException | Error e) {
                mine.completeExceptionally(e);
                throw e;
            }
        }
        try {
            Reading reading = first.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            fallbacks.count(Purpose.MESSAGE, Event.KNOWN);
            return reading;
        } catch (TimeoutException e) {
            throw new TimeoutException("The same message was being read for too long.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException("The program is ending.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnusableAnswerException unusable) {
                throw unusable;
            }
            throw e.getCause() instanceof RuntimeException other ? other : new IllegalStateException(e.getCause());
        }
    }

    private Reading asked(String text, Language otherwise, Deadline deadline) throws UnusableAnswerException {
        Refused before = refused.get();
        if (before != null && !before.until().isOver()) {
            throw before.reason();
        }
        try {
            return told(text, otherwise, deadline);
        } catch (ServerRefusesException e) {
            refused.set(new Refused(Deadline.in(REFUSED), e));
            throw e;
        }
    }

    private Reading told(String text, Language otherwise, Deadline deadline) throws UnusableAnswerException {
        Reading reading = questioner
                .ask(prompts.message(text), null, deadline, told -> reading(told, text, otherwise))
                .getFirst()
                .orElseThrow();
        fallbacks.count(Purpose.MESSAGE, Event.READ);
        return reading;
    }

    private Reading reading(Told told, String text, Language otherwise) throws UnusableAnswerException {
        Language language = Optional.ofNullable(told.language())
                .flatMap(Language::of)
                .orElseGet(() -> ears.otherwise().read(text, otherwise).language());
        if (told.danger()) {
            return new Reading(language, Reading.Mode.LLM, null, true); // help lines, whatever else was told
        }
        Profile profile = profile(told);
        Reading builtIn = profile == null ? ears.otherwise().read(text, otherwise) : null;
        // Songs for a feeling that only the built-in reader hears are better than a question.
        return builtIn != null && builtIn.profile().isPresent()
                ? builtIn
                : new Reading(language, Reading.Mode.LLM, profile);
    }

    private @Nullable Profile profile(Told told) throws UnusableAnswerException {
        Map<String, Double> emotions = told.emotions().isEmpty() ? usual(told.themes()) : told.emotions();
        if (emotions.isEmpty()) {
            return null;
        }
        return ears.words()
                .controlled(emotions, told.themes())
                .profile()
                .orElseThrow(() -> new UnusableAnswerException("None of its emotions is in the list."));
    }

    private Map<String, Double> usual(Map<String, Double> themes) {
        Map<String, Double> emotions = new HashMap<>();
        themes.keySet().stream()
                .map(ears.vocabulary()::theme)
                .flatMap(Optional::stream)
                .flatMap(theme -> theme.usually().stream())
                .forEach(word -> emotions.put(word, USUAL));
        return emotions;
    }
}
