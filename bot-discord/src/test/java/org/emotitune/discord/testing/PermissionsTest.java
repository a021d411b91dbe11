package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.testing.Permissions.ADMINISTRATOR;
import static org.emotitune.discord.testing.Permissions.ALL;
import static org.emotitune.discord.testing.Permissions.ATTACH_FILES;
import static org.emotitune.discord.testing.Permissions.EMBED_LINKS;
import static org.emotitune.discord.testing.Permissions.MANAGE_GUILD;
import static org.emotitune.discord.testing.Permissions.MENTION_EVERYONE;
import static org.emotitune.discord.testing.Permissions.READ_MESSAGE_HISTORY;
import static org.emotitune.discord.testing.Permissions.SEND_MESSAGES;
import static org.emotitune.discord.testing.Permissions.SEND_TTS_MESSAGES;
import static org.emotitune.discord.testing.Permissions.VIEW_CHANNEL;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import org.emotitune.discord.testing.Permissions.Overwrite;
import org.emotitune.discord.testing.Permissions.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionsTest {
    private static final long EVERYONE = 1;
    private static final long MEMBER = 5;
    private static final long TALK = VIEW_CHANNEL | SEND_MESSAGES;

    /**
     * @param base of @everyone
     * @param role of the one other role, with id 2
     */
    record Known(String name, long base, long role, List<Overwrite> overwrites, long expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Known> known() {
        return Stream.of(
                new Known("roles add up", VIEW_CHANNEL, SEND_MESSAGES, List.of(), TALK),
                new Known("nothing is nothing", 0, 0, List.of(), 0),
                new Known("an administrator may do all", 0, ADMINISTRATOR, List.of(deny(EVERYONE, TALK)), ALL),
                new Known(
                        "no overwrite makes an administrator",
                        TALK,
                        0,
                        List.of(allow(EVERYONE, ADMINISTRATOR)),
                        TALK | ADMINISTRATOR),
                new Known("a channel hides from everyone", TALK, 0, List.of(deny(EVERYONE, VIEW_CHANNEL)), 0),
                new Known(
                        "a hidden channel takes no permission of the server",
                        TALK | MANAGE_GUILD,
                        0,
                        List.of(deny(EVERYONE, VIEW_CHANNEL)),
                        MANAGE_GUILD),
                new Known(
                        "a role is let in",
                        TALK,
                        0,
                        List.of(allow(2, VIEW_CHANNEL), deny(EVERYONE, VIEW_CHANNEL)),
                        TALK),
                new Known("a role is shut out", TALK, 0, List.of(deny(2, VIEW_CHANNEL)), 0),
                new Known(
                        "what one role allows another does not deny",
                        TALK,
                        0,
                        List.of(allow(2, SEND_MESSAGES), deny(3, SEND_MESSAGES)),
                        TALK),
                new Known("roles of others do not count", TALK, 0, List.of(deny(4, TALK)), TALK),
                new Known(
                        "a member is shut out whatever their roles",
                        TALK,
                        0,
                        List.of(allow(2, TALK), new Overwrite(MEMBER, true, 0, VIEW_CHANNEL)),
                        0),
                new Known(
                        "a member is let in whatever their roles",
                        TALK,
                        0,
                        List.of(
                                new Overwrite(MEMBER, true, VIEW_CHANNEL, 0),
                                deny(2, VIEW_CHANNEL),
                                deny(EVERYONE, VIEW_CHANNEL)),
                        TALK),
                new Known("another member does not count", TALK, 0, List.of(new Overwrite(6, true, 0, TALK)), TALK),
                new Known("a role is no member", TALK, 0, List.of(new Overwrite(2, true, 0, TALK)), TALK),
                new Known("a member is no role", TALK, 0, List.of(new Overwrite(MEMBER, false, 0, TALK)), TALK),
                new Known(
                        "who cannot send cannot send embeds or files",
                        TALK | EMBED_LINKS | ATTACH_FILES | MENTION_EVERYONE | SEND_TTS_MESSAGES | READ_MESSAGE_HISTORY,
                        0,
                        List.of(deny(EVERYONE, SEND_MESSAGES)),
                        VIEW_CHANNEL | READ_MESSAGE_HISTORY),
                new Known(
                        "one overwrite allows what it denies",
                        0,
                        0,
                        List.of(new Overwrite(EVERYONE, false, TALK, TALK)),
                        TALK));
    }

    @ParameterizedTest
    @MethodSource("known")
    void knownCases(Known known) {
        List<Role> roles = List.of(new Role(EVERYONE, known.base()), new Role(2, known.role()), new Role(3, 0));

        assertThat(Permissions.of(MEMBER, false, roles, known.overwrites())).isEqualTo(known.expected());
    }

    @Test
    void anOwnerMayDoAll() {
        List<Overwrite> overwrites = List.of(new Overwrite(MEMBER, true, 0, ALL));

        assertThat(Permissions.of(MEMBER, true, List.of(new Role(EVERYONE, 0)), overwrites))
                .isEqualTo(ALL);
    }

    @Test
    void theBitsAreThoseOfDiscord() {
        assertThat(new long[] {
                    ADMINISTRATOR,
                    Permissions.MANAGE_CHANNELS,
                    MANAGE_GUILD,
                    VIEW_CHANNEL,
                    SEND_MESSAGES,
                    SEND_TTS_MESSAGES,
                    Permissions.MANAGE_MESSAGES,
                    EMBED_LINKS,
                    ATTACH_FILES,
                    READ_MESSAGE_HISTORY,
                    MENTION_EVERYONE,
                    Permissions.USE_APPLICATION_COMMANDS,
                    Permissions.SEND_MESSAGES_IN_THREADS
                })
                .containsExactly(
                        Permission.ADMINISTRATOR.getRawValue(),
                        Permission.MANAGE_CHANNEL.getRawValue(),
                        Permission.MANAGE_SERVER.getRawValue(),
                        Permission.VIEW_CHANNEL.getRawValue(),
                        Permission.MESSAGE_SEND.getRawValue(),
                        Permission.MESSAGE_TTS.getRawValue(),
                        Permission.MESSAGE_MANAGE.getRawValue(),
                        Permission.MESSAGE_EMBED_LINKS.getRawValue(),
                        Permission.MESSAGE_ATTACH_FILES.getRawValue(),
                        Permission.MESSAGE_HISTORY.getRawValue(),
                        Permission.MESSAGE_MENTION_EVERYONE.getRawValue(),
                        Permission.USE_APPLICATION_COMMANDS.getRawValue(),
                        Permission.MESSAGE_SEND_IN_THREADS.getRawValue());
        assertThat(ALL).isEqualTo(Permission.getRaw(known(true)));
    }

    @Test
    void permissionsOfTheServerAreThoseThatNoChannelHas() {
        assertThat(Permissions.OF_SERVERS).isEqualTo(Permission.getRaw(known(false)));
    }

    /** JDA knows two names for one bit, of which one is of channels; and events are of voice channels, too. */
    private static List<Permission> known(boolean ofChannelsToo) {
        Set<Permission> both = Set.of(Permission.MANAGE_ROLES, Permission.CREATE_SCHEDULED_EVENTS);
        return Arrays.stream(Permission.values())
                .filter(one -> one != Permission.UNKNOWN)
                .filter(one -> ofChannelsToo || !(one.isChannel() || both.contains(one)))
                .toList();
    }

    private static Overwrite allow(long id, long permissions) {
        return new Overwrite(id, false, permissions, 0);
    }

    private static Overwrite deny(long id, long permissions) {
        return new Overwrite(id, false, 0, permissions);
    }
}
