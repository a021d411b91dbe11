package org.emotitune.discord;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;

/** Writes replies as messages of Discord. They call nobody, and no address in them unfolds. Pure. */
final class DiscordReplies {
    private DiscordReplies() {}

    /**
     * A reply as messages, in their order: one, unless it is too long for that. Of several, each has the links and menus
     * of its own songs, and the last one the buttons of the reply and its file.
     *
     * @param asker id of the person whose answer it is, which its buttons carry; 0 for everybody's
     * @return at least one message
     */
    static List<MessageCreateData> messages(Reply reply, long asker) {
        List<Sheet> sheets =
                sheets(Passages.of(paragraphs(reply)), NumberedSong.byMessage(NumberedSong.of(songs(reply))));
        Components components = new Components(reply.language(), asker);
        List<MessageCreateData> messages = new ArrayList<>();
        for (Sheet sheet : sheets) {
            boolean last = messages.size() == sheets.size() - 1;
            List<Button> own = last ? reply.buttons() : List.of();
            messages.add(sheet.message(components.rows(sheet.songs(), own), last ? file(reply) : null));
        }
        return messages;
    }

    /**
     * What takes the place of a message that is already there: nothing of that one stays, neither embeds nor components
     * nor files.
     *
     * @param message of {@link #messages}
     */
    static MessageEditData inPlace(MessageCreateData message) {
        return new MessageEditBuilder()
                .applyCreateData(message) // replaces all
                .setSuppressEmbeds(message.isSuppressEmbeds())
                .build();
    }

    /** In a channel, where what somebody asked for has been sent to them: says that it waits there. */
    static MessageCreateData toldInPrivate(Reply.Information reply) {
        return sentence(reply.language(), "private.told", List.of());
    }

    /**
     * In a channel, where a private reply could not be sent to the person: asks to be asked where nobody else reads. It
     * does not tell the others what it is about.
     *
     * @return for a reply that everybody may read, that reply, or its beginning
     */
    static MessageCreateData askInPrivate(Reply reply, long asker) {
        return switch (reply) {
            case Reply.Crisis crisis -> sentence(crisis.language(), "private.ask.crisis", List.of(show(crisis, asker)));
            case Reply.Information information ->
                sentence(information.language(), "private.ask.information", List.of());
            case Reply.Apology apology -> messages(apology, asker).getFirst();
            case Reply.Songs songs -> messages(songs, asker).getFirst();
            case Reply.NothingClose nothing -> messages(nothing, asker).getFirst();
            case Reply.Question question -> messages(question, asker).getFirst();
            case Reply.Acknowledgement done -> messages(done, asker).getFirst();
        };
    }

    private static MessageCreateData sentence(Language language, String key, List<ActionRow> rows) {
        return new Sheet(Markdown.text(DiscordTexts.in(language, key)), List.of()).message(rows, null);
    }

    /** Help for whoever taps alone; what stands on it tells nothing to others. */
    private static ActionRow show(Reply.Crisis crisis, long asker) {
        String id = new CustomId(CustomId.Kind.COMMAND, asker, SlashCommands.SOS).text();
        return ActionRow.of(net.dv8tion.jda.api.components.buttons.Button.primary(
                id, DiscordTexts.in(crisis.language(), "private.show")));
    }

    private static List<String> paragraphs(Reply reply) {
        return switch (reply) {
            case Reply.Songs(var ignored, var opening, var songs, var buttons) -> SongEmbeds.opening(opening);
            case Reply.NothingClose(var ignored, var opening, var songs, var buttons) -> SongEmbeds.opening(opening);
            case Reply.Question question -> List.of(Markdown.text(question.text()));
            case Reply.Crisis crisis -> help(crisis);
            case Reply.Information information ->
                information.paragraphs().stream().map(Markdown::text).toList();
            case Reply.Acknowledgement done -> List.of(Markdown.text(done.text()));
            case Reply.Apology apology -> List.of(Markdown.text(apology.text()));
        };
    }

    private static List<String> help(Reply.Crisis crisis) {
        String lines = String.join(
                "\n", crisis.lines().stream().map(Markdown::withLinks).toList());
        return Stream.of(
                        crisis.paragraphs().stream().map(Markdown::withLinks),
                        Stream.of(lines, Markdown.withLinks(crisis.closing())))
                .flatMap(paragraphs -> paragraphs)
                .toList();
    }

    private static List<SongLine> songs(Reply reply) {
        return switch (reply) {
            case Reply.Songs page -> page.songs();
            case Reply.NothingClose page -> page.nearest();
            case Reply.Question ignored -> List.of();
            case Reply.Crisis ignored -> List.of();
            case Reply.Information ignored -> List.of();
            case Reply.Acknowledgement ignored -> List.of();
            case Reply.Apology ignored -> List.of();
        };
    }

    private static Reply.@Nullable TextFile file(Reply reply) {
        return reply instanceof Reply.Information information ? information.file() : null;
    }

    /** The last of the texts stands above the first of the songs. */
    private static List<Sheet> sheets(List<String> texts, List<List<NumberedSong>> songs) {
        List<Sheet> sheets = new ArrayList<>();
        texts.forEach(text -> sheets.add(new Sheet(text, List.of())));
        for (List<NumberedSong> each : songs) {
            boolean first = each.getFirst().number() == 1;
            sheets.add(
                    new Sheet(first && !sheets.isEmpty() ? sheets.removeLast().text() : "", each));
        }
        return sheets.isEmpty() ? List.of(new Sheet("", List.of())) : sheets;
    }

    /**
     * What a message shows.
     *
     * @param text of {@link Passages}, may be empty
     */
    private record Sheet(String text, List<NumberedSong> songs) {
        MessageCreateData message(List<ActionRow> rows, Reply.@Nullable TextFile file) {
            MessageCreateBuilder message = new MessageCreateBuilder()
                    .setContent(text)
                    .setEmbeds(songs.stream().map(NumberedSong::embed).toList())
                    .setComponents(rows)
                    .setSuppressEmbeds(songs.isEmpty()) // which would hide the songs, too
                    .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                    .mentionRepliedUser(false);
            if (file != null) {
                message.setFiles(upload(file));
            }
            return message.build();
        }
    }

    /** Can be read again and again: a call may have to be made again. */
    private static FileUpload upload(Reply.TextFile file) {
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        return FileUpload.fromStreamSupplier(file.name(), () -> new ByteArrayInputStream(content));
    }
}
