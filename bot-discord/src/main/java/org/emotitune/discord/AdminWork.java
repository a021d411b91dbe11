package org.emotitune.discord;

import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.emotitune.admin.AdminDesk;
import org.emotitune.admin.AdminReply;
import org.emotitune.admin.JobWatches;
import org.emotitune.admin.Upload;
import org.emotitune.reindex.Caller;

/**
 * Does what admins ask for, and answers. Everything throws {@link org.emotitune.reindex.NotAllowedException} to callers
 * who are none. Blocks; thread-safe.
 */
record AdminWork(AdminDesk desk, JobWatches watches, Downloads downloads, Openings openings) {

    /** @param event of a command for which {@link AdminRoom#isCommand} is true */
    void command(SlashCommandInteractionEvent event, Caller caller, AdminAnswer answer) {
        switch (event.getName()) {
            case SlashCommands.IMPORT -> offered(event, caller, answer);
            case SlashCommands.LISTEN -> listen(event, caller, answer);
            default -> tell(desk.command(caller, text(event)), answer);
        }
    }

    private static String text(SlashCommandInteractionEvent event) {
        OptionMapping how = event.getOption(SlashCommands.HOW);
        return "/" + event.getName() + (how == null ? "" : " " + how.getAsString());
    }

    private void offered(SlashCommandInteractionEvent event, Caller caller, AdminAnswer answer) {
        OptionMapping option = event.getOption(SlashCommands.FILE);
        if (option == null) {
            tell(desk.command(caller, text(event)), answer);
            return;
        }
        Attachment file = option.getAsAttachment();
        Upload upload = new Upload(
                file.getFileName(), file.getSize(), Downloads.most(), to -> downloads.fetch(file.getUrl(), to));
        tell(desk.offered(caller, upload, answer::progress), answer);
    }

    private void listen(SlashCommandInteractionEvent event, Caller caller, AdminAnswer answer) {
        desk.check(caller);
        OptionMapping channel = event.getOption(SlashCommands.CHANNEL);
        boolean on = event.getOption(SlashCommands.ON, true, OptionMapping::getAsBoolean);
        answer.end(channel == null ? Openings.NO_CHANNEL : openings.change(channel.getAsChannel(), on));
    }

    /** @param action for which {@link AdminDesk#isAction} is true */
    void tapped(String action, Caller caller, AdminAnswer answer) {
        tell(desk.tapped(caller, action, answer::progress), answer);
    }

    private void tell(AdminReply reply, AdminAnswer answer) {
        switch (reply) {
            case AdminReply.Said(var text, var files, var buttons) -> {
                answer.end(text, buttons);
                files.forEach(answer::file);
            }
            case AdminReply.Passing(var text) -> answer.passing(text);
            case AdminReply.Follow follow ->
                answer.begin(follow)
                        .ifPresentOrElse(
                                message -> {
                                    watches.watch(message);
                                    answer.begun(follow);
                                },
                                () -> answer.notBegun(follow));
        }
    }
}
