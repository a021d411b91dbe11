package org.emotitune.telegram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.emotion.Language;
import org.emotitune.telegram.ChaosTalk.Member;
import org.emotitune.telegram.ChaosTexts.Phrase;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Voice;

/** The chats of the chaos: four of five private, the others groups of both kinds and some forums, in both languages. */
final class ChaosCrowd {
    private static final double PRIVATE = 0.8;
    private static final double FORUM = 0.1;
    private static final int MEMBERS = 4;
    private static final int TOPICS = 3;

    private final LocalTelegram telegram;
    private final ChaosTexts texts;
    private final Random random;
    private final List<ChaosTalk> talks = new ArrayList<>();
    private Iterator<ChaosTalk> round = Collections.emptyIterator();

    ChaosCrowd(LocalTelegram telegram, ChaosTexts texts, Random random, int chats) {
        this.telegram = telegram;
        this.texts = texts;
        this.random = random;
        int alone = (int) (chats * PRIVATE);
        int forums = Math.max(1, (int) ((chats - alone) * FORUM));
        IntStream.range(0, alone).forEach(i -> talks.add(alone(i)));
        IntStream.range(alone, chats - forums).forEach(i -> talks.add(group(i)));
        IntStream.range(0, forums).forEach(i -> talks.add(forum(i)));
    }

    private Person person(int number) {
        return telegram.person("P" + number, language(number).code());
    }

    private static Language language(int number) {
        return number % 2 == 0 ? Language.SPANISH : Language.ENGLISH;
    }

    private ChaosTalk alone(int number) {
        Person person = person(number);
        Member member = new Member(person, person.privately(), deck(number));
        return new ChaosTalk(telegram, person.chat(), List.of(member), texts);
    }

    /** Nobody in a group has begun a chat of their own: what is for them alone is asked for there. */
    private ChaosTalk group(int number) {
        List<Person> people = IntStream.range(0, MEMBERS).mapToObj(this::person).toList();
        LocalChat group = number % 2 == 0
                ? telegram.group("Group " + number, people.getFirst())
                : telegram.supergroup("Group " + number, people.getFirst());
        return talk(group, people, people.stream().map(one -> one.in(group)).toList());
    }

    private ChaosTalk forum(int number) {
        List<Person> people = IntStream.range(0, MEMBERS).mapToObj(this::person).toList();
        LocalChat forum = telegram.forum("Forum " + number, people.getFirst());
        List<Integer> topics = IntStream.range(0, TOPICS)
                .mapToObj(i -> forum.topic("Topic " + i))
                .toList();
        return talk(
                forum,
                people,
                IntStream.range(0, MEMBERS)
                        .mapToObj(i -> people.get(i).in(forum).inTopic(topics.get(i % TOPICS)))
                        .toList());
    }

    private ChaosTalk talk(LocalChat chat, List<Person> people, List<Voice> voices) {
        List<Member> members = IntStream.range(0, people.size())
                .mapToObj(i -> new Member(people.get(i), voices.get(i), deck(i)))
                .toList();
        return new ChaosTalk(telegram, chat, members, texts);
    }

    /** All that there is to say, once each before anything is said again. */
    private Iterator<Phrase> deck(int number) {
        List<Phrase> all = new ArrayList<>(texts.in(language(number)));
        Collections.shuffle(all, random);
        return Stream.generate(() -> all).flatMap(List::stream).iterator();
    }

    /** In rounds, so that each chat comes as often; never the same one at once again. */
    ChaosTalk next() {
        if (!round.hasNext()) {
            List<ChaosTalk> shuffled = new ArrayList<>(talks);
            Collections.shuffle(shuffled, random);
            round = shuffled.iterator();
        }
        return round.next();
    }

    List<ChaosTalk> talks() {
        return List.copyOf(talks);
    }
}
