package org.emotitune.llm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Readings of messages, so that the same words are not paid for twice. Messages are told apart by a keyed hash, whose key
 * is made anew with every start and kept nowhere: nobody can tell what was written. Thread-safe.
 */
final class MessageCache {
    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String HMAC = "HmacSHA256";

    private final Cache<String, CompletableFuture<Reading>> readings =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final SecretKeySpec key;

    MessageCache() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, HMAC);
    }

    /**
     * Claims a message for the caller, who is then to complete the future, in whatever way. One that fails is forgotten.
     *
     * @return the future of whoever was first; null if that is the caller
     */
    @Nullable
    CompletableFuture<Reading> claim(String message, Language otherwise, CompletableFuture<Reading> mine) {
        String hash = hash(message, otherwise);
        CompletableFuture<Reading> first = readings.asMap().putIfAbsent(hash, mine);
        if (first == null) {
            var unused = mine.whenComplete((reading, failure) -> {
                if (failure != null) {
                    readings.asMap().remove(hash, mine);
                }
            });
        }
        return first;
    }

    /** Case, spaces and ways of writing the same character make no difference. */
    private String hash(String message, Language otherwise) {
        String normal = Normalizer.normalize(message, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] hash = mac.doFinal((otherwise.code() + " " + normal).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
