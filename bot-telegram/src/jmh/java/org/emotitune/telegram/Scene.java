package org.emotitune.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Shown;
import org.emotitune.telegram.testing.Voice;
import org.jspecify.annotations.Nullable;

/** What can be read in one chat while people talk there, one after another: also what an edit shows and what passes. */
final class Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final int TRIES = 3;

    private final LocalTelegram telegram;
    private final LocalChat chat;
    private final Duration quiet;
    private final Map<Integer, Shown> seen = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    /** @param quiet so long after the last change nothing more is expected */
    Scene(LocalTelegram telegram, String title, LocalChat chat, Duration quiet) {
        this.telegram = telegram;
        this.chat = chat;
        this.quiet = quiet;
        text.append("\n## ").append(title).append("\n```text\n");
        look();
    }

    /** Where a fault swallows the answer it is said again, as people do. */
    void says(Voice voice, String words) {
        does(() -> voice.says(words));
    }

    void does(Supplier<?> what) {
        for (int i = 0; i < TRIES; i++) {
            Object unused = what.get();
            look();
            if (watch()) {
                return;
            }
            note("(no answer: the network has lost it)");
        }
    }

    void taps(String who, Voice voice, String label) {
        note("%s taps [%s]".formatted(who, label));
        String tap = voice.taps(label);
        telegram.until(() -> telegram.tapAnswer(tap).isPresent());
        telegram.tapAnswer(tap)
                .map(answer -> answer.path("text").asText(""))
                .filter(toast -> !toast.isEmpty())
                .ifPresent(toast -> note("(shown for a moment: " + toast + ")"));
        boolean unused = watch();
    }

    void note(String words) {
        text.append(words).append("\n\n");
    }

    /** Until nothing changes any more. @return whether something did */
    private boolean watch() {
        long last = System.nanoTime();
        boolean changed = false;
        while (System.nanoTime() - last < (changed ? quiet : PATIENCE).toNanos()) {
            if (look()) {
                changed = true;
                last = System.nanoTime();
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return changed;
    }

    private boolean look() {
        boolean changed = false;
        for (Shown each : chat.shown()) {
            Shown before = seen.put(each.id(), each);
            boolean says = !each.text().isEmpty() || each.file().isPresent(); // the beginning of a topic does not
            if (says && (before == null || !before.toString().equals(each.toString()))) {
                changed |= each.ofBot();
                text.append(shown(each, before)).append("\n\n");
            }
        }
        return changed;
    }

    /** Where the words are the same it is enough to show what is below them. */
    private String shown(Shown message, @Nullable Shown before) {
        String whole = message.toString();
        boolean same = before != null && before.text().equals(message.text());
        int words = whole.indexOf(message.text());
        String number = chat.id() < 0 ? "#%d ".formatted(message.id()) : "";
        return number
                + (before == null ? "" : "(changed) ")
                + (same ? whole.substring(0, words) + "…" + whole.substring(words + message.text().length()) : whole);
    }

    String end() {
        return text.toString().stripTrailing() + "\n```\n";
    }
}
