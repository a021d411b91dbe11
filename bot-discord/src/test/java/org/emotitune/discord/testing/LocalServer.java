package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;

/** A server, which Discord's API calls a guild: its roles, members and channels. Thread-safe. */
public final class LocalServer {
    /** What Discord gives to everyone of a new server, as far as it matters to a bot that writes. */
    private static final Permission[] AT_FIRST = {
        Permission.VIEW_CHANNEL,
        Permission.MESSAGE_SEND,
        Permission.MESSAGE_SEND_IN_THREADS,
        Permission.MESSAGE_EMBED_LINKS,
        Permission.MESSAGE_ATTACH_FILES,
        Permission.MESSAGE_HISTORY,
        Permission.MESSAGE_ADD_REACTION,
        Permission.USE_APPLICATION_COMMANDS,
        Permission.USE_EXTERNAL_APPLICATIONS,
    };

    private final World world;
    private final long id;
    private final String name;
    private final Person owner;
    private final Map<Long, ServerRole> roles = new LinkedHashMap<>();
    private final Map<Long, Set<Long>> members = new LinkedHashMap<>();
    private final Set<String> openCommands = new LinkedHashSet<>();
    private final long botRole;
    private String locale = "en-US";
    private boolean bot;

    LocalServer(World world, String name, Person owner, boolean bot) {
        this.world = world;
        this.id = world.ids().nextServer();
        this.name = name;
        this.owner = owner;
        this.bot = bot;
        this.botRole = world.ids().next();
        roles.put(id, new ServerRole(id, "@everyone", Permission.getRaw(AT_FIRST)));
        roles.put(botRole, new ServerRole(botRole, BotAccount.NAME, Permission.getRaw(AT_FIRST)));
        members.put(BotAccount.ID, Set.of(botRole));
        members.put(owner.id(), Set.of());
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Person owner() {
        return owner;
    }

    /** @return the tag of the language that the server prefers: "en-US" at first */
    public String locale() {
        return locale;
    }

    public void prefers(String tag) {
        world.changes(() -> locale = tag);
    }

    public ServerRole everyone() {
        return role(id);
    }

    /** The bot's own role. */
    public ServerRole botRole() {
        return role(botRole);
    }

    private ServerRole role(long which) {
        return world.locked(() -> roles.getOrDefault(which, new ServerRole(which, "", 0)));
    }

    /** A new role. */
    public ServerRole role(String title, Permission... permissions) {
        ServerRole role = new ServerRole(world.ids().next(), title, Permission.getRaw(permissions));
        put(role, "GUILD_ROLE_CREATE");
        return role;
    }

    /** It may these things from now on, and no others. */
    public void permits(ServerRole role, Permission... permissions) {
        put(role.with(permissions), "GUILD_ROLE_UPDATE");
    }

    private void put(ServerRole role, String event) {
        world.changes(() -> {
            roles.put(role.id(), role);
            ObjectNode told = Json.object().put("guild_id", Json.id(id));
            told.set("role", role.json(position(role), role.id() == botRole));
            world.gateway().tell(this, Intents.GUILDS, event, told);
        });
    }

    private int position(ServerRole role) {
        return List.copyOf(roles.keySet()).indexOf(role.id());
    }

    /** Also for who is there already: these roles, and no others. */
    public void joins(Person person, ServerRole... with) {
        Set<Long> theirs = Arrays.stream(with).map(ServerRole::id).collect(Collectors.toSet());
        world.changes(() -> {
            String event = members.put(person.id(), theirs) == null ? "GUILD_MEMBER_ADD" : "GUILD_MEMBER_UPDATE";
            ObjectNode told = member(person.json(), theirs).put("guild_id", Json.id(id));
            world.gateway().tell(this, Intents.GUILD_MEMBERS, event, told);
        });
    }

    public void leaves(Person person) {
        world.changes(() -> {
            members.remove(person.id());
            ObjectNode told = Json.object().put("guild_id", Json.id(id));
            told.set("user", person.json());
            world.gateway().tell(this, Intents.GUILD_MEMBERS, "GUILD_MEMBER_REMOVE", told);
        });
    }

    public void botJoins() {
        world.changes(() -> {
            bot = true;
            world.gateway().tell(this, Intents.GUILDS, "GUILD_CREATE", json(false));
        });
    }

    public void botLeaves() {
        world.changes(() -> {
            world.gateway()
                    .tell(this, Intents.GUILDS, "GUILD_DELETE", Json.object().put("id", Json.id(id)));
            bot = false;
        });
    }

    /** The server's admins let everyone use the command, whatever permissions it asks for by default. */
    public void opensCommand(String command) {
        world.changes(() -> openCommands.add(command));
    }

    /** A new text channel. */
    public LocalChannel channel(String title) {
        return opened(new LocalChannel(world, LocalChannel.Kind.TEXT, title, this, null));
    }

    /** A new thread that everyone sees who sees the channel. */
    public LocalChannel thread(LocalChannel parent, String title) {
        return opened(new LocalChannel(world, LocalChannel.Kind.PUBLIC_THREAD, title, this, parent));
    }

    /** A new thread that only those see who are added to it, and who may manage threads. */
    public LocalChannel privateThread(LocalChannel parent, String title, Person... people) {
        LocalChannel thread = new LocalChannel(world, LocalChannel.Kind.PRIVATE_THREAD, title, this, parent);
        Stream.of(people).forEach(thread::adds);
        return opened(thread);
    }

    private LocalChannel opened(LocalChannel channel) {
        world.add(channel);
        channel.tell("CREATE");
        return channel;
    }

    boolean hasBot() {
        return bot;
    }

    boolean isOpen(String command) {
        return openCommands.contains(command);
    }

    boolean hasMember(long user) {
        return members.containsKey(user) && (bot || user != BotAccount.ID);
    }

    /** In the server, or in a channel with these differences. */
    long permissions(long user, List<Permissions.Overwrite> overwrites) {
        List<Permissions.Role> theirs = Stream.concat(
                        Stream.of(everyone()),
                        members.getOrDefault(user, Set.of()).stream().map(this::role))
                .map(ServerRole::plain)
                .toList();
        return Permissions.of(user, user == owner.id(), theirs, overwrites);
    }

    ObjectNode member(long user) {
        ObjectNode who =
                user == BotAccount.ID ? BotAccount.user() : world.person(user).json();
        return member(who, members.getOrDefault(user, Set.of()));
    }

    private ObjectNode member(ObjectNode user, Set<Long> theirs) {
        return ServerJson.member(world, user, theirs);
    }

    /** As GUILD_CREATE has it. */
    ObjectNode json(boolean withMembers) {
        ObjectNode json = ServerJson.server(this, world, members.keySet(), withMembers);
        roles.values().forEach(role -> json.withArray("roles").add(role.json(position(role), role.id() == botRole)));
        return json;
    }
}
