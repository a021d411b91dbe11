package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/** A place where messages are: of a server, a thread, between a person and the bot, or among people. Thread-safe. */
public final class LocalChannel {
    enum Kind {
        TEXT(0),
        DIRECT(1),
        GROUP(3),
        PUBLIC_THREAD(11),
        PRIVATE_THREAD(12);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private final World world;
    private final Kind kind;
    private final long id;
    private final String name;
    private final @Nullable LocalServer server;
    private final @Nullable LocalChannel parent;
    private final Map<Long, Permissions.Overwrite> overwrites = new LinkedHashMap<>();
    private final Set<Long> people = new LinkedHashSet<>();
    private final Map<Long, LocalMessage> messages = new LinkedHashMap<>();
    private int typing;

    LocalChannel(World world, Kind kind, String name, @Nullable LocalServer server, @Nullable LocalChannel parent) {
        this.world = world;
        this.kind = kind;
        this.id = world.ids().next();
        this.name = name;
        this.server = server;
        this.parent = parent;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** What differs here for a role. */
    public void allows(ServerRole role, Permission... permissions) {
        overwrite(role.id(), false, Permission.getRaw(permissions), 0);
    }

    public void denies(ServerRole role, Permission... permissions) {
        overwrite(role.id(), false, 0, Permission.getRaw(permissions));
    }

    /** What differs here for a member. */
    public void allows(Person person, Permission... permissions) {
        overwrite(person.id(), true, Permission.getRaw(permissions), 0);
    }

    public void denies(Person person, Permission... permissions) {
        overwrite(person.id(), true, 0, Permission.getRaw(permissions));
    }

    public void allowsBot(Permission... permissions) {
        overwrite(BotAccount.ID, true, Permission.getRaw(permissions), 0);
    }

    public void deniesBot(Permission... permissions) {
        overwrite(BotAccount.ID, true, 0, Permission.getRaw(permissions));
    }

    private void overwrite(long whose, boolean member, long allow, long deny) {
        world.changes(() -> {
            Permissions.Overwrite now = overwrites.getOrDefault(whose, new Permissions.Overwrite(whose, member, 0, 0));
            overwrites.put(
                    whose,
                    new Permissions.Overwrite(
                            whose, member, (now.allow() & ~deny) | allow, (now.deny() & ~allow) | deny));
            tell("UPDATE");
        });
    }

    /** To a private thread. */
    public void adds(Person person) {
        world.changes(() -> people.add(person.id()));
    }

    /** To a private thread. */
    public void addsBot() {
        world.changes(() -> {
            people.add(BotAccount.ID);
            tell("CREATE");
        });
    }

    /** It is gone, and all that was in it. */
    public void delete() {
        world.changes(() -> {
            tell("DELETE");
            world.remove(this);
        });
    }

    /** Those that everyone sees who sees the channel, in order. */
    public List<LocalMessage> messages() {
        return list().stream().filter(message -> !message.isEphemeral()).toList();
    }

    /** Those, and what only this person sees. */
    public List<LocalMessage> seenBy(Person person) {
        return list().stream().filter(message -> message.isSeenBy(person.id())).toList();
    }

    /** What the bot has written for everyone, and what it is about to write. */
    public List<LocalMessage> ofBot() {
        return messages().stream().filter(LocalMessage::isOfBot).toList();
    }

    private List<LocalMessage> list() {
        return world.locked(() -> List.copyOf(messages.values()));
    }

    /** All that everyone sees, for assertions and transcripts. */
    public String shown() {
        return messages().stream().map(LocalMessage::shown).collect(Collectors.joining("\n"));
    }

    /** All that this person sees. */
    public String shownTo(Person person) {
        return seenBy(person).stream().map(LocalMessage::shown).collect(Collectors.joining("\n"));
    }

    /** How often the bot has shown that it writes. */
    public int typing() {
        return world.locked(() -> typing);
    }

    void types() {
        world.changes(() -> typing++);
    }

    Kind kind() {
        return kind;
    }

    boolean isThread() {
        return kind == Kind.PUBLIC_THREAD || kind == Kind.PRIVATE_THREAD;
    }

    boolean isDirect() {
        return kind == Kind.DIRECT;
    }

    Set<Long> people() {
        return people;
    }

    Optional<LocalServer> server() {
        return Optional.ofNullable(server);
    }

    Optional<LocalChannel> parent() {
        return Optional.ofNullable(parent);
    }

    List<Permissions.Overwrite> overwrites() {
        return parent == null ? List.copyOf(overwrites.values()) : parent.overwrites();
    }

    /** 0 for none. */
    long serverId() {
        return server == null ? 0 : server.id();
    }

    boolean isHeardByBot() {
        return Reach.isHeard(this);
    }

    Map<Long, LocalMessage> all() {
        return messages;
    }

    ObjectNode json() {
        return ChannelJson.of(this);
    }

    /** Tells the bot what has become of it: "CREATE", "UPDATE", "DELETE". */
    void tell(String what) {
        if (server != null && (!isThread() || isHeardByBot())) {
            world.gateway().tell(server, Intents.GUILDS, (isThread() ? "THREAD_" : "CHANNEL_") + what, json());
        }
    }
}
