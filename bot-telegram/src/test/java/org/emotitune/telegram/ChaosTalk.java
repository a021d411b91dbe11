package org.emotitune.telegram;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.telegram.ChaosTexts.Phrase;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.emotitune.telegram.testing.Voice;

/** One chat in the chaos: what is said there, and what must come of it. For one thread. */
final class ChaosTalk {
    /** Somebody who writes there; what they say comes from an endless deck. */
    record Member(Person person, Voice voice, Iterator<Phrase> deck) {}

    /** @param done whether it has been answered */
    record Question(String what, BooleanSupplier done) {}

    private static final String LIKE = "songs like one";
    private static final Pattern LIKE_HEAD = Pattern.compile("(Como|Like) «.*");
    private static final Set<String> PAGES =
            ChaosTexts.inAll("button.more", "button.match", "button.lift", "button.calm", "button.other-way");

    private final LocalTelegram telegram;
    private final LocalChat chat;
    private final List<Member> members;
    private final ChaosTexts texts;
    private final List<Supplier<ChaosOrder.Wanted>> wanted = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<String> taps = new ArrayList<>();

    /** @param members one where the chat is private */
    ChaosTalk(LocalTelegram telegram, LocalChat chat, List<Member> members, ChaosTexts texts) {
        this.telegram = telegram;
        this.chat = chat;
        this.members = List.copyOf(members);
        this.texts = texts;
    }

    private boolean isPrivate() {
        return chat.id() > 0;
    }

    private Member anybody(RandomGenerator random) {
        return members.get(random.nextInt(members.size()));
    }

    void says(RandomGenerator random) {
        Member member = anybody(random);
        Phrase phrase = member.deck.next();
        if (isPrivate()) {
            int unused = member.voice.says(phrase.text());
            surely(phrase.answer());
        } else {
            int message = saysInGroup(member, phrase, random);
            surely(to(message, phrase.isCommand() ? "" : phrase.answer()));
        }
    }

    private void surely(String token) {
        wanted.add(() -> ChaosOrder.Wanted.surely(token));
    }

    private int saysInGroup(Member member, Phrase phrase, RandomGenerator random) {
        if (phrase.isCommand()) {
            return member.voice.says(phrase.text() + "@" + LocalTelegram.BOT_NAME);
        }
        List<Shown> answers = chat.ofBot();
        return answers.isEmpty() || random.nextBoolean()
                ? member.voice.mentions(phrase.text())
                : member.voice.replies(answers.getLast().id(), phrase.text());
    }

    /** Whoever types on gets no answer to what they typed before, so people here wait for it. */
    void asksInline(RandomGenerator random) {
        Member member = anybody(random);
        if (questions.stream().anyMatch(question -> !question.done().getAsBoolean())) {
            says(random);
            return;
        }
        String query = member.person.asksInline(member.deck.next().text());
        questions.add(new Question(
                "inline query " + query,
                () -> member.person.inlineResults(query).isPresent()));
    }

    /** Taps a button of a page of songs; says something where there is none. */
    void taps(RandomGenerator random) {
        Optional<Shown> page = chat.ofBot().reversed().stream()
                .filter(message -> message.labels().contains("≈ 1"))
                .findFirst();
        if (page.isEmpty() || !taps(page.get(), random)) {
            says(random);
        }
    }

    private boolean taps(Shown page, RandomGenerator random) {
        List<String> labels = page.labels().stream()
                .filter(label -> PAGES.contains(label) || label.matches("[👍👎≈✅] [1-9]"))
                .toList();
        // Half of the taps want another page; of the other buttons there are many more.
        List<String> pages = labels.stream().filter(PAGES::contains).toList();
        List<String> among = random.nextBoolean() && !pages.isEmpty() ? pages : labels;
        String label = among.get(random.nextInt(among.size()));
        String tap;
        try {
            tap = anybody(random).voice.taps(page.id(), label);
        } catch (AssertionError e) {
            return false; // the bot has changed the message meanwhile: there is no such button any more
        }
        taps.add(tap);
        questions.add(new Question("tap " + tap, () -> telegram.tapAnswer(tap).isPresent()));
        boolean another = PAGES.contains(label);
        if (another || label.startsWith("≈")) {
            String token = isPrivate() ? another ? ChaosOrder.ANYTHING : LIKE : to(page.id(), "");
            wanted.add(() -> new ChaosOrder.Wanted(token, another || isApologisedTo(tap)));
        }
        return true;
    }

    /** Whoever tapped reads it at once, and gets no message. */
    private boolean isApologisedTo(String tap) {
        return telegram.tapAnswer(tap).stream()
                .anyMatch(answer -> ChaosTexts.isApology(answer.path("text").asText()));
    }

    /** @param heard first line of the answer to a feeling; empty for other answers */
    private static String to(int message, String heard) {
        return "to %d %s".formatted(message, heard);
    }

    private String token(Shown message) {
        String head = ChaosTexts.firstLine(message.text());
        if (!isPrivate()) {
            // Whoever turns a page reads it in their language, which may be another one.
            boolean any = message.edits() > 0 || ChaosTexts.isApology(head);
            return to(message.replyTo(), any ? ChaosOrder.ANYTHING : texts.isHeard(head) ? head : "");
        }
        if (ChaosTexts.isApology(head)) {
            return ChaosOrder.ANYTHING;
        }
        return LIKE_HEAD.matcher(head).matches() ? LIKE : head;
    }

    int apologies() {
        long toTaps = taps.stream().filter(this::isApologisedTo).count();
        return (int) (toTaps
                + chat.ofBot().stream()
                        .filter(message -> ChaosTexts.isApology(ChaosTexts.firstLine(message.text())))
                        .count());
    }

    /** Taps and inline queries that were not answered. */
    List<String> open() {
        return questions.stream()
                .filter(question -> !question.done().getAsBoolean())
                .map(Question::what)
                .toList();
    }

    int questions() {
        return questions.size();
    }

    private Stream<ChaosOrder.Wanted> wanted() {
        return wanted.stream().map(Supplier::get);
    }

    int messages() {
        return (int) wanted().filter(one -> !one.maybe()).count();
    }

    /** @return how many answers are not there; empty if one came twice, or in another order, or is none of these */
    Optional<Integer> missing() {
        return ChaosOrder.missing(
                wanted().toList(), chat.ofBot().stream().map(this::token).toList());
    }

    /** What was wanted and what is shown, to be compared. */
    String account() {
        return "wanted:\n  %s\nshown:\n  %s"
                .formatted(
                        wanted().map(ChaosOrder.Wanted::toString).collect(Collectors.joining("\n  ")),
                        chat.ofBot().stream().map(this::token).collect(Collectors.joining("\n  ")));
    }
}
