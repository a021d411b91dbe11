package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Telegram on this machine: a Bot API server over real HTTP, the people who write to the bot and what they see.
 *
 * <pre>{@code
 * try (LocalTelegram telegram = new LocalTelegram()) {
 *     start the bot with telegram.address() and LocalTelegram.TOKEN
 *     Person ana = telegram.person("Ana", "es");
 *     ana.says("estoy triste pero con esperanza");
 *     telegram.until(() -> !ana.chat().ofBot().isEmpty());
 *     ana.taps("Más");
 *     assertThat(ana.chat().answer().labels()).contains("👍");
 * }
 * }</pre>
 *
 * <p>It enforces the Bot API's rules, with its codes and its words; what begins with "LocalTelegram:" is a refusal of
 * its own: of parameters that do not exist, which the real server passes over, and of what it does not know yet.
 * {@link #faults} makes calls fail, {@link #limits} refuses what is sent too fast, {@link #cut} ends all connections.
 * Thread-safe.
 */
public final class LocalTelegram implements AutoCloseable {
    public static final String TOKEN = "4242:AAE-local-token_of-nobody";
    /** Name of the bot, without "@". */
    public static final String BOT_NAME = World.BOT_NAME;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final World world;
    private final Rooms rooms;
    private final Settings settings;
    private final Faults faults = new Faults();
    private final Limits limits;
    private final Door door;
    private final Http http;

    public LocalTelegram() {
        this(Clock.systemUTC());
    }

    /** @param clock for dates, for the limits and for how long a tap waits; holding a poll takes real time */
    public LocalTelegram(Clock clock) {
        world = new World(clock);
        rooms = new Rooms(world);
        settings = new Settings(world);
        limits = new Limits(clock);
        Api api = new Api(world);
        settings.addTo(api);
        new Sending(world, limits).addTo(api);
        new Editing(world, limits).addTo(api);
        new Answering(world).addTo(api);
        new ChatMethods(world).addTo(api);
        door = new Door(world, api, faults, clock, TOKEN);
        http = new Http(door::serve);
    }

    /** Without a slash at its end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.port());
    }

    public Faults faults() {
        return faults;
    }

    public Limits limits() {
        return limits;
    }

    /** @param language as Telegram tells it: "es", "en-US"; empty for none */
    public Person person(String name, String language) {
        return new Person(world, name, language);
    }

    /** The bot is a member of it, as of the others below. */
    public LocalChat group(String title, Person creator) {
        return rooms.open("group", title, creator);
    }

    public LocalChat supergroup(String title, Person creator) {
        return rooms.open("supergroup", title, creator);
    }

    /** A supergroup with topics. */
    public LocalChat forum(String title, Person creator) {
        return rooms.forum(title, creator);
    }

    /** The bot administers it. */
    public LocalChat channel(String title, Person creator) {
        return rooms.channel(title, creator);
    }

    /** Privacy mode of BotFather: on at first, then the bot hears in groups only what is meant for it. */
    public void privacyMode(boolean on) {
        world.privacy(on);
    }

    /** All calls so far in the order of their ends, those of an unknown token left out. */
    public List<Call> calls() {
        return door.calls();
    }

    public List<Call> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Methods of the calls that have come and are not done, also of those for which nobody waits any more. */
    public List<String> underWay() {
        return door.underWay();
    }

    /** What the person sees of a tap: text, show_alert; empty while the button still waits. */
    public Optional<JsonNode> tapAnswer(String tap) {
        return world.locked(() -> world.queries().answerTo(tap).map(JsonNode::deepCopy));
    }

    /** Taps and inline queries without an answer. */
    public long unanswered() {
        return world.locked(() -> world.queries().unanswered());
    }

    /** By scope and language: "default/", "all_private_chats/es", "chat:-100123/". */
    public Map<String, JsonNode> commands() {
        return world.locked(settings::commands);
    }

    /** By name and language: "description/es", "short_description/". */
    public Map<String, String> descriptions() {
        return world.locked(settings::descriptions);
    }

    /** Updates that the bot has not acknowledged. */
    public int waitingUpdates() {
        return world.locked(() -> world.updates().waiting());
    }

    /** Whether a call waits for updates now. */
    public boolean isPolled() {
        return world.locked(() -> world.updates().isPolled());
    }

    /** An update of any kind. @return whether the bot asked for this kind */
    public boolean update(String kind, JsonNode what) {
        return world.change(() -> world.updates().add(kind, what));
    }

    /** After a week of silence Telegram may number updates anew, from anywhere. */
    public void numberUpdatesFrom(int id) {
        world.change(() -> {
            world.updates().continueAt(id);
            return id;
        });
    }

    /** Waits for what the bot does; looks after every change, and often. Throws when it takes too long. */
    public void until(BooleanSupplier so) {
        if (!world.until(so, PATIENCE)) {
            throw new AssertionError("it did not come to that within " + PATIENCE + "; last calls: "
                    + calls().reversed().stream().limit(10).toList());
        }
    }

    /** The network is gone, until {@link #mend()}. */
    public void cut() {
        http.cut();
    }

    public void mend() {
        http.mend();
    }

    /** Forgets messages and calls, for runs that last. */
    public void forget() {
        door.forget();
        world.change(() -> {
            world.chats().forEach(chat -> chat.messages().clear());
            return world;
        });
    }

    @Override
    public void close() {
        world.close();
        http.close();
    }
}
