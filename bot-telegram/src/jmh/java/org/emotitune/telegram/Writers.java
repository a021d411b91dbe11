package org.emotitune.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;

/** 200 people who write and tap; after 20 messages somebody else comes in the place of each. */
final class Writers {
    private static final int PEOPLE = 200;
    private static final int MESSAGES_EACH = 20;
    private static final double TAPS = 0.2;
    /** More often than that, for some have nothing to tap yet. */
    private static final double TRIES = 0.4;

    private static final long SEED = 20_240_219;

    private static final List<String> TEXTS = List.of(
            "me acaba de dejar mi novio y no paro de llorar",
            "my boyfriend just broke up with me and I can't stop crying",
            "hoy me han dado el trabajo!!! no me lo puedo creer",
            "I got the job!!! still can't believe it",
            "mañana tengo el examen final y estoy que me subo por las paredes",
            "finals tomorrow and I'm freaking out",
            "domingo de lluvia, manta y café, qué gustito",
            "sunday morning, coffee and a blanket, life is good",
            "qué rabia me da que me mientan a la cara",
            "he lied to my face and I am furious",
            "tengo ganas de salir a bailar toda la noche",
            "wanna dance all night long",
            "echo de menos a mi abuela, hoy hace un año que se fue",
            "homesick again, I've been abroad for half a year");

    /**
     * @param due when it was to be sent, whether or not what was before had been answered
     * @param tap empty for a text
     */
    record Sent(Instant due, long chat, Optional<String> tap) {}

    private final LocalTelegram telegram;
    private final Random random = new Random(SEED);
    private final Person[] people = new Person[PEOPLE];
    private int sent;
    private int taps;

    Writers(LocalTelegram telegram) {
        this.telegram = telegram;
    }

    /** @param perSecond evenly */
    List<Sent> write(int updates, double perSecond) {
        List<Sent> all = new ArrayList<>();
        Instant start = Instant.now();
        for (int i = 0; i < updates; i++) {
            Instant due = start.plusNanos((long) (i / perSecond * Duration.ofSeconds(1).toNanos()));
            for (Duration left = until(due); left.isPositive(); left = until(due)) {
                LockSupport.parkNanos(left.toNanos());
            }
            all.add(next(due));
        }
        return all;
    }

    private static Duration until(Instant due) {
        return Duration.between(Instant.now(), due);
    }

    private Sent next(Instant due) {
        int place = sent % PEOPLE;
        if (sent / PEOPLE % MESSAGES_EACH == 0) {
            people[place] = telegram.person("Writer", random.nextBoolean() ? "es" : "en");
        }
        sent++;
        Person person = people[place];
        boolean tries = taps < sent * TAPS && random.nextDouble() < TRIES;
        Optional<String> tap = tries ? tap(person) : Optional.empty();
        if (tap.isPresent()) {
            taps++;
        } else {
            int unused = person.says(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return new Sent(due, person.chat().id(), tap);
    }

    /** Another page in the place of the newest one, or a thumb. */
    private Optional<String> tap(Person person) {
        Optional<Shown> page = person.chat().ofBot().reversed().stream()
                .filter(message -> !message.labels().isEmpty())
                .findFirst();
        List<String> labels = page.map(Shown::labels).orElse(List.of()).stream()
                .filter(label -> label.matches("Más|More|👍 [1-5]"))
                .toList();
        return labels.isEmpty()
                ? Optional.empty()
                : page.map(message -> person.privately()
                        .taps(message.id(), labels.get(random.nextBoolean() ? labels.size() - 1 : 0)));
    }
}
