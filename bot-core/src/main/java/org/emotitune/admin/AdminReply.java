package org.emotitune.admin;

import java.util.List;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.TextFile;

/** What an admin is told; plain sentences, without markup. */
public sealed interface AdminReply {
    /** At most {@link #LONGEST} characters. */
    String text();

    /** Short enough for a message of any platform that has long ones. */
    int LONGEST = 3_500;

    /**
     * @param files to be sent along, may be empty
     * @param buttons to go on, may be empty; their actions are told by {@link AdminDesk#isAction}
     */
    record Said(String text, List<TextFile> files, List<Button> buttons) implements AdminReply {
        public Said {
            text = Cut.to(LONGEST, text);
            files = List.copyOf(files);
            buttons = List.copyOf(buttons);
        }

        static Said of(String text, Button... buttons) {
            return new Said(text, List.of(), List.of(buttons));
        }
    }

    /**
     * Told in passing to whoever tapped: the message with the button stays as it is, for it may tell something newer.
     * Commands and files never get it. At most 200 characters.
     */
    record Passing(String text) implements AdminReply {}

    /**
     * The message that says this is to show a job's progress from now on, see {@link JobWatches#watch}.
     *
     * @param text how the job stands now
     * @param buttons to cancel it
     */
    record Follow(long job, String text, List<Button> buttons) implements AdminReply {
        public Follow {
            text = Cut.to(LONGEST, text);
            buttons = List.copyOf(buttons);
        }
    }
}
