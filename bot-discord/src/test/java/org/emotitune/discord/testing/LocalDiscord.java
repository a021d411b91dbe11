package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;

/**
 * Discord on this machine: its REST API and its gateway on one real port, the people who use the bot, and what they
 * see.
 *
 * <pre>{@code
 * try (LocalDiscord discord = new LocalDiscord()) {
 *     Person ana = discord.person("Ana", "es-ES");
 *     LocalServer friends = discord.server("Amigas", ana);
 *     LocalChannel music = friends.channel("música");
 *     start the bot with discord.api(), discord.gatewayAddress(), LocalDiscord.TOKEN and Compression.NONE
 *     discord.until(() -> discord.gateway().connected() == 1);
 *
 *     LocalInteraction used = ana.in(music).uses("recommend", Map.of("feeling", "triste"));
 *     discord.until(used::isAnswered);
 *     assertThat(used.answer().embeds()).hasSize(5);
 *     LocalInteraction more = ana.in(music).taps(used.answer(), "Más");
 *     System.out.println(music.shown());
 * }
 * }</pre>
 *
 * <p>It keeps Discord's rules, with its codes and its words: what a message and a command may be, what the bot may do
 * where, three seconds to acknowledge and fifteen minutes to answer by {@link #clock}, which a test can advance.
 * People come in through {@link Person#in} and {@link Person#direct}; {@link #faults} makes calls fail,
 * {@link #gateway} does what gateways do to bots, {@link #cut} ends all connections. JDA checks some things itself
 * before it calls, permissions and lengths among them: such calls never arrive here.
 *
 * <p>What it cannot do: forums, voice, reactions, modals, and whatever {@link Route} does not name; it answers 404 to
 * that. Limits on how fast the bot may call are only there when {@link #faults} makes them. Thread-safe.
 */
public final class LocalDiscord implements AutoCloseable {
    /** Of the form that real ones have. */
    public static final String TOKEN = "MTExMTExMTExMTExMTExMTExMQ.local.token-of_nobody";

    public static final long BOT = BotAccount.ID;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** It would log each call; kept here because loggers that nobody keeps forget their levels. */
    private static final Logger QUIET = Logger.getLogger(MockWebServer.class.getName());

    static {
        QUIET.setLevel(Level.OFF);
    }

    private final World world = new World();
    private final Faults faults = new Faults();
    private final Line line = new Line();
    private final MockWebServer server = new MockWebServer();
    private final ChannelRoutes channelRoutes;
    private final Door door;

    public LocalDiscord() {
        Mail mail = new Mail(world);
        Api api = new Api(world);
        channelRoutes = new ChannelRoutes(world, mail);
        channelRoutes.addTo(api);
        world.commands().addTo(api);
        new AccountRoutes(world).addTo(api);
        new AnswerRoutes(world, mail).addTo(api);
        door = new Door(server, world, api, faults);
        start();
    }

    private void start() {
        server.setServerSocketFactory(line);
        server.setDispatcher(door);
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        world.gateway().listensAt(gatewayAddress());
        world.files().listensAt(at("http"));
    }

    private String at(String scheme) {
        return "%s://127.0.0.1:%d".formatted(scheme, server.getPort());
    }

    /** With the slash at its end that JDA wants: "http://127.0.0.1:12345/api/v10/". */
    public String api() {
        return at("http") + "/api/v10/";
    }

    /** "ws://127.0.0.1:12345/…". */
    public String gatewayAddress() {
        return at("ws") + Door.GATEWAY;
    }

    public Gateway gateway() {
        return world.gateway();
    }

    public Faults faults() {
        return faults;
    }

    /** The server's. */
    public MovableClock clock() {
        return world.clock();
    }

    /** @param locale as Discord tells it: "es-ES", "es-419", "en-US" */
    public Person person(String name, String locale) {
        Person person = new Person(world, name, locale, false);
        world.add(person);
        return person;
    }

    /** A bot of somebody else, which can write. */
    public Person otherBot(String name) {
        Person other = new Person(world, name, "en-US", true);
        world.add(other);
        return other;
    }

    /** The bot is in it; the owner too. */
    public LocalServer server(String name, Person owner) {
        LocalServer server = serverWithoutBot(name, owner);
        server.botJoins();
        return server;
    }

    /** There only those can use the bot who have installed it themselves. */
    public LocalServer serverWithoutBot(String name, Person owner) {
        LocalServer opened = new LocalServer(world, name, owner, false);
        world.add(opened);
        return opened;
    }

    /** Several people in one conversation, without the bot. */
    public LocalChannel group(String name, Person... people) {
        LocalChannel group = new LocalChannel(world, LocalChannel.Kind.GROUP, name, null, null);
        Stream.of(people).forEach(group::adds);
        world.add(group);
        return group;
    }

    /** All calls so far in the order of their ends. */
    public List<Call> calls() {
        return door.calls();
    }

    public List<Call> calls(Route route) {
        return calls().stream().filter(call -> call.route() == route).toList();
    }

    /** All that people have used so far. */
    public List<LocalInteraction> interactions() {
        return world.locked(() -> world.interactions().list());
    }

    /** Interactions without anything to read, to choose from or a change. */
    public long unanswered() {
        return interactions().stream().filter(one -> !one.isAnswered()).count();
    }

    /** Interactions whose three seconds went by without an acknowledgement. */
    public long expired() {
        return interactions().stream().filter(LocalInteraction::isExpired).count();
    }

    /** How often the bot has registered commands, anywhere. */
    public int registrations() {
        return world.locked(() -> world.commands().registrations());
    }

    /** The commands that are not of one server only, as Discord's API tells of them. */
    public List<JsonNode> commands() {
        return world.locked(() -> world.commands().everywhere());
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
        line.cut();
    }

    public void mend() {
        line.mend();
    }

    /** Forgets messages, files, calls and what people have used and has come to its end, for runs that last. */
    public void forget() {
        door.forget();
        world.changes(() -> {
            world.channels().forEach(channel -> channel.all().clear());
            world.files().forget();
            world.interactions().forget();
            channelRoutes.forget();
        });
    }

    @Override
    public void close() {
        world.close();
        line.cut();
        server.close();
    }
}
