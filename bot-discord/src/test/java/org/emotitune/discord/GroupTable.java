package org.emotitune.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;

/** Rounds that are played by hand, with what was said in them. Thread-safe. */
final class GroupTable {
    static final Instant START = Instant.parse("2024-11-23T10:00:00Z");
    static final List<String> ACTIONS = Stream.of(
                    "joy", "love", "peace", "strength", "longing", "sadness", "fear", "anger")
            .map(mood -> mood + "_".repeat(64 - mood.length()))
            .toList();
    static final String JOY = ACTIONS.getFirst();
    static final String SAD = ACTIONS.get(5);

    final ManualTime time = new ManualTime(START);
    /** What was asked to be answered: the actions of each end. */
    final List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());

    final GroupMoods moods = new GroupMoods(GroupTable::question, this::answer, time, time);

    /** The message of one round. */
    static class Recorded implements GroupMoods.Shown {
        final List<String> events = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void update(MessageEditData ended) {
            events.add("update: " + ended.getContent() + ended.getComponents());
        }

        @Override
        public void answer(List<MessageCreateData> songs) {
            events.add("answer");
        }
    }

    static Reply.Question question(Language language) {
        List<org.emotitune.conversation.Button> buttons = ACTIONS.stream()
                .map(action -> new org.emotitune.conversation.Button(action.substring(0, action.indexOf('_')), action))
                .toList();
        return new Reply.Question(language, null, Texts.in(language, "group.question"), buttons);
    }

    private Reply answer(List<String> actions, Language language) {
        asked.add(actions);
        return new Reply.Acknowledgement(language, "songs for " + actions.size(), List.of());
    }

    static GroupMoods.Beginning beginning(long id) {
        Place place = new Place(Place.Kind.SERVER, 1000 + id);
        return new GroupMoods.Beginning(id, place, 2000 + id, Language.ENGLISH);
    }

    /** Begins a round with this id, in a channel and by a host of its own. */
    Recorded begin(long id) {
        Recorded shown = new Recorded();
        if (!(moods.start(beginning(id), shown) instanceof GroupMoods.Start.Begun)) {
            throw new AssertionError("round " + id + " was refused");
        }
        return shown;
    }

    /** A tap that the message shows at once. */
    GroupMoods.Tapped tap(long round, long person, String action) {
        GroupMoods.Tapped tapped = moods.tap(round, person, action, Language.SPANISH);
        if (tapped instanceof GroupMoods.Tapped.Counted(var ignored, var newest, var shown)) {
            shown.run();
        }
        return tapped;
    }

    void aMinutePasses() {
        time.advance(Duration.ofMinutes(1));
    }

    static List<Button> buttons(MessageData message) {
        return message.getComponents().stream()
                .flatMap(row -> row.asActionRow().getButtons().stream())
                .toList();
    }

    static List<String> labels(MessageData message) {
        return buttons(message).stream().map(Button::getLabel).toList();
    }
}
