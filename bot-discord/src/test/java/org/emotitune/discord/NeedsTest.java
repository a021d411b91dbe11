package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static final EnumSet<Permission> NOTHING = EnumSet.noneOf(Permission.class);

    @Test
    void whatIsMissingIsNamedAsDiscordNamesIt() {
        assertThat(Needs.sentence(EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_EMBED_LINKS), true))
                .hasValue("I lack permissions in the channel: View Channels, Embed Links."
                        + " Give them to me (Edit Channel > Permissions), and ask again.");
    }

    @Test
    void aPrivateThreadNeedsAMentionFirst() {
        assertThat(Needs.sentence(NOTHING, true))
                .hasValue("I am not in this private thread: mention me in it, and ask again.");
    }

    @Test
    void elseNothingIsToBeDone() {
        assertThat(Needs.sentence(NOTHING, false)).isEmpty();
    }
}
