package org.emotitune.discord;

import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import org.emotitune.discord.Standing.Server;
import org.emotitune.discord.Standing.Sight;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an interaction where whoever asked stands. Asks nobody: JDA knows the roles and channels of the servers that
 * the bot is in. Of other servers it has but names, and throws where it is asked for more.
 */
final class Standings {
    private Standings() {}

    static Standing of(Interaction event) {
        long person = event.getUser().getIdLong();
        Guild guild = event.getGuild();
        Server server = server(event, guild);
        if (guild == null || server != Server.HERE) {
            return new Standing(person, server, false, Sight.UNKNOWN, List.of(event.getChannelIdLong()));
        }
        Member member = event.getMember();
        boolean manages = member != null && !member.isDetached() && member.hasPermission(Permission.MANAGE_SERVER);
        return new Standing(person, server, manages, sight(guild, event.getChannel()), channels(event));
    }

    private static Server server(Interaction event, @Nullable Guild guild) {
        if (guild == null) {
            return Server.NONE;
        }
        if (!Objects.equals(event.getIntegrationOwners().getAuthorizingGuildIdLong(), guild.getIdLong())) {
            return Server.NOT_INSTALLED;
        }
        return guild.isDetached() ? Server.NOT_LOADED : Server.HERE;
    }

    /** A channel that follows its category has the category's overwrites among its own. */
    private static Sight sight(Guild guild, @Nullable Channel channel) {
        if (!(channel instanceof GuildChannel here) || here.isDetached()) {
            return Sight.UNKNOWN;
        }
        return guild.getPublicRole().hasPermission(here, Permission.VIEW_CHANNEL) ? Sight.VISIBLE : Sight.HIDDEN;
    }

    private static List<Long> channels(Interaction event) {
        long channel = event.getChannelIdLong();
        return event.getChannel() instanceof ThreadChannel thread && !thread.isDetached()
                ? List.of(channel, thread.getParentChannel().getIdLong())
                : List.of(channel);
    }
}
