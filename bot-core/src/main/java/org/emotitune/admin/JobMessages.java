package org.emotitune.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which messages show the progress of a job, kept so that a restarted bot goes on with them. Thread-safe. */
public interface JobMessages {
    /**
     * A message that shows a job's progress.
     *
     * @param platform "telegram", "discord"
     * @param place id of the chat or channel there
     * @param thread id of the thread within it; null where there is none
     * @param message id of the message
     */
    record JobMessage(
            long job,
            String platform,
            String place,
            @Nullable String thread,
            String message) {}

    /** Keeps it, once. */
    void keep(JobMessage message);

    /** @return those of a platform, oldest job first */
    List<JobMessage> of(String platform);

    /** Does nothing if it is not kept. */
    void drop(JobMessage message);

    /** A place got another id. */
    void move(String platform, String from, String to);

    /** A place is gone. */
    void dropAll(String platform, String place);
}
