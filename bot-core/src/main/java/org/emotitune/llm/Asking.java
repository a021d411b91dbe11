package org.emotitune.llm;

import java.time.Duration;

/** What can be asked, as a {@link ChatServer}. */
interface Asking {
    /** @return the most that asking this can use, in one answer */
    Tokens most(Prompt prompt);

    /**
     * @param within for all of it
     * @throws org.emotitune.lookup.ServiceUnavailableException if there is no answer in time
     * @throws ServerRefusesException if there will be none until somebody changes a setting
     */
    Answer ask(Prompt prompt, Duration within);
}
