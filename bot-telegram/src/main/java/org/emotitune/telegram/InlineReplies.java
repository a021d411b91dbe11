package org.emotitune.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;

/** Replies to inline queries: each is worked out once, also for several people at the same time. Thread-safe. */
final class InlineReplies {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MOST = 2_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final InlineWork work;
    private final InlineAllowances allowances;
    private final Cache<Question, CompletableFuture<Reply>> replies;

    /**
     * What has the same reply. The country is in it for the help lines of a reply that nobody expected to need them.
     *
     * @param text in one spelling of case, accents and space
     */
    record Question(String text, Language locale, @Nullable String country) {
        static Question of(String text, Person person) {
            String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            String normal = SPACE.matcher(composed).replaceAll(" ").toLowerCase(Locale.ROOT);
            return new Question(normal, person.locale(), person.country());
        }
    }

    InlineReplies(InlineWork work, InlineAllowances allowances, InstantSource clock) {
        this.work = work;
        this.allowances = allowances;
        this.replies = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** @return the reply that is there, or that somebody waits for already */
    Optional<CompletableFuture<Reply>> known(Question question) {
        return Optional.ofNullable(replies.getIfPresent(question));
    }

    /**
     * The reply of before, or a new one, which counts for the person.
     *
     * @param text as the person wrote it
     * @return empty where the person asks too much
     */
    Optional<CompletableFuture<Reply>> reply(Question question, String text, Person person) {
        return known(question)
                .or(() -> allowances.take(person.id()) ? Optional.of(made(question, text, person)) : Optional.empty());
    }

    private CompletableFuture<Reply> made(Question question, String text, Person person) {
        CompletableFuture<Reply> mine = new CompletableFuture<>();
        CompletableFuture<Reply> faster = replies.asMap().putIfAbsent(question, mine);
        if (faster != null) {
            return faster;
        }
        var unused = mine.whenComplete((reply, failure) -> {
            if (failure != null || !isKept(reply)) {
                replies.asMap().remove(question, mine);
            }
        });
        work.inTurn(text, person, mine);
        return mine;
    }

    private static boolean isKept(Reply reply) {
        return switch (reply) {
            case Reply.Songs ignored -> true;
            case Reply.NothingClose ignored -> true;
            case Reply.Question ignored -> true;
            case Reply.Crisis ignored -> false;
            case Reply.Information ignored -> false;
            case Reply.Acknowledgement ignored -> false;
            case Reply.Apology ignored -> false;
        };
    }
}
