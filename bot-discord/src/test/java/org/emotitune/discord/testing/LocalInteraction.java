package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a person has done with a command, a button or a menu, and what has come of it. Thread-safe. */
public final class LocalInteraction {
    /** How long Discord waits for the acknowledgement. */
    public static final Duration TO_ACKNOWLEDGE = Duration.ofSeconds(3);
    /** How long answers can be given. */
    public static final Duration TO_ANSWER = Duration.ofMinutes(15);

    /** A suggestion while somebody types. */
    public record Choice(String name, String value) {}

    private final World world;
    private final long id;
    private final String token;
    private final InteractionKind kind;
    private final Person person;
    private final LocalChannel channel;
    private final @Nullable LocalMessage source;
    private final boolean onMessage;
    private final Instant created;
    private final List<LocalMessage> answers = new ArrayList<>();
    private List<Choice> choices = List.of();
    private @Nullable Acknowledgement acknowledgement;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant answeredAt;
    private @Nullable LocalMessage original;

    LocalInteraction(World world, String token, Use use) {
        this.world = world;
        this.id = world.ids().next();
        this.token = token;
        this.kind = use.kind();
        this.person = use.voice().person();
        this.channel = use.voice().channel();
        this.source = use.source();
        this.onMessage = use.data().path("type").asInt() == CommandBook.ON_MESSAGE;
        this.created = world.now();
    }

    public long id() {
        return id;
    }

    public Person person() {
        return person;
    }

    public LocalChannel channel() {
        return channel;
    }

    public boolean isAcknowledged() {
        return acknowledgement().isPresent();
    }

    public Optional<Acknowledgement> acknowledgement() {
        return world.locked(() -> Optional.ofNullable(acknowledgement));
    }

    /** By the server's clock; empty for not yet. */
    public Optional<Duration> acknowledgedAfter() {
        return world.locked(() -> Optional.ofNullable(acknowledgedAt).map(at -> Duration.between(created, at)));
    }

    /** Until there was something to read, to choose from or a change; empty for not yet. */
    public Optional<Duration> answeredAfter() {
        return world.locked(() -> Optional.ofNullable(answeredAt).map(at -> Duration.between(created, at)));
    }

    /** Whether there is, or was, something to read, to choose from or a change. */
    public boolean isAnswered() {
        return answeredAfter().isPresent();
    }

    /** Whether it is too late for the acknowledgement: the person sees that the app did not respond. */
    public boolean isExpired() {
        return world.locked(() -> acknowledgement == null && isAfter(TO_ACKNOWLEDGE));
    }

    /** Whether the person sees that the bot is thinking. */
    public boolean isThinking() {
        return world.locked(() -> original != null && original.isThinking() && !original.isDeleted());
    }

    /** Messages that answer it and have something to read, in order, without those that have been deleted. */
    public List<LocalMessage> answers() {
        return world.locked(() -> answers.stream()
                .filter(message -> !message.isDeleted() && !message.isThinking())
                .toList());
    }

    /** All that have ever been sent to answer it, also those deleted, and "is thinking…". */
    public List<LocalMessage> sent() {
        return world.locked(() -> List.copyOf(answers));
    }

    /** The last of its answers; where it changed the message that it came from, that message. Throws for none. */
    public LocalMessage answer() {
        List<LocalMessage> all = answers();
        if (!all.isEmpty()) {
            return all.getLast();
        }
        return world.locked(() -> Optional.ofNullable(acknowledgement == Acknowledgement.EDIT ? source : null))
                .orElseThrow(() -> new AssertionError("no answer to " + this));
    }

    /** What autocomplete suggests. */
    public List<Choice> choices() {
        return world.locked(() -> choices);
    }

    /** It tells no token and no text. */
    @Override
    public String toString() {
        return "%s %s, %s".formatted(kind, acknowledgement(), isAnswered() ? "answered" : "not answered");
    }

    String token() {
        return token;
    }

    InteractionKind kind() {
        return kind;
    }

    @Nullable
    LocalMessage source() {
        return source;
    }

    @Nullable
    LocalMessage original() {
        return original;
    }

    /** Whether it is a command of a message's menu. */
    boolean isOnMessage() {
        return onMessage;
    }

    boolean isAfter(Duration time) {
        return world.now().isAfter(created.plus(time));
    }

    void acknowledge(Acknowledgement how) {
        acknowledgement = how;
        acknowledgedAt = world.now();
    }

    void original(@Nullable LocalMessage message) {
        original = message;
    }

    void answers(LocalMessage message) {
        answers.add(message);
    }

    /** The first time counts. */
    void answered() {
        answeredAt = answeredAt == null ? world.now() : answeredAt;
    }

    void suggest(JsonNode given) {
        choices = StreamSupport.stream(given.spliterator(), false)
                .map(one ->
                        new Choice(one.path("name").asText(), one.path("value").asText()))
                .toList();
    }

    int followUps() {
        return answers.size() - (original != null && answers.contains(original) ? 1 : 0);
    }

    boolean owns(LocalMessage message) {
        return answers.contains(message) || message.equals(source);
    }
}
