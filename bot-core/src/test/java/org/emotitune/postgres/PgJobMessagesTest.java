package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import org.emotitune.admin.JobMessages;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.db.TestDatabase;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgJobMessagesTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final String TELEGRAM = "telegram";
    private static final String GROUP = "-1001";
    private static final JobMessage OLDER = new JobMessage(1, TELEGRAM, GROUP, null, "50");
    private static final JobMessage NEWER = new JobMessage(2, TELEGRAM, GROUP, "7", "40");
    private static final JobMessage ELSEWHERE = new JobMessage(2, TELEGRAM, "4711", null, "50");
    private static final JobMessage DISCORD = new JobMessage(2, "discord", GROUP, null, "50");

    private final JobMessages messages = new PgJobMessages(database.dataSource());

    @BeforeEach
    void keepThoseOfTwoJobs() throws SQLException {
        Query.execute(database.dataSource(), """
                TRUNCATE reindex_job RESTART IDENTITY CASCADE;
                INSERT INTO reindex_job (state, everything, asked_by, asked_at, updated_at, ended_at)
                SELECT 'done', false, 'x', now(), now(), now() FROM generate_series(1, 2)
                """);
        List.of(NEWER, ELSEWHERE, DISCORD, OLDER).forEach(messages::keep);
    }

    @Test
    void thoseOfAPlatformComeBackAsTheyWereOldestJobFirst() {
        assertThat(messages.of(TELEGRAM)).startsWith(OLDER).containsExactlyInAnyOrder(OLDER, NEWER, ELSEWHERE);
        assertThat(messages.of("discord")).containsExactly(DISCORD);
        assertThat(messages.of("terminal")).isEmpty();
    }

    @Test
    void aMessageIsKeptOnce() {
        messages.keep(OLDER);

        assertThat(messages.of(TELEGRAM)).hasSize(3);
    }

    @Test
    void aDroppedMessageIsGoneAndNoOther() {
        messages.drop(OLDER);
        messages.drop(OLDER);

        assertThat(messages.of(TELEGRAM)).containsExactlyInAnyOrder(NEWER, ELSEWHERE);
    }

    @Test
    void messagesGoWithTheirPlaceToItsNewId() {
        messages.move(TELEGRAM, GROUP, "-2002");

        assertThat(messages.of(TELEGRAM))
                .containsExactlyInAnyOrder(
                        new JobMessage(1, TELEGRAM, "-2002", null, "50"),
                        new JobMessage(2, TELEGRAM, "-2002", "7", "40"),
                        ELSEWHERE);
        assertThat(messages.of("discord")).containsExactly(DISCORD);
    }

    @Test
    void aPlaceMayMoveToWhereAMessageOfThatNumberIsAlready() {
        JobMessage there = new JobMessage(1, TELEGRAM, "-2002", null, "50");
        messages.keep(there);

        messages.move(TELEGRAM, GROUP, "-2002");
        messages.move(TELEGRAM, "-2002", "-2002");

        assertThat(messages.of(TELEGRAM))
                .containsExactlyInAnyOrder(there, new JobMessage(2, TELEGRAM, "-2002", "7", "40"), ELSEWHERE);
    }

    @Test
    void messagesAreGoneWithTheirPlace() {
        messages.dropAll(TELEGRAM, GROUP);

        assertThat(messages.of(TELEGRAM)).containsExactly(ELSEWHERE);
        assertThat(messages.of("discord")).containsExactly(DISCORD);
    }

    @Test
    void messagesAreGoneWithTheirJob() throws SQLException {
        Query.execute(database.dataSource(), "DELETE FROM reindex_job WHERE id = 2");

        assertThat(messages.of(TELEGRAM)).containsExactly(OLDER);
    }

    @Test
    void withoutTheDatabaseNothingIsKeptAndThatIsTold() {
        HikariDataSource gone = TestPool.of(database.address(), 1);
        gone.close();
        JobMessages without = new PgJobMessages(gone);

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> without.keep(OLDER));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> without.of(TELEGRAM));
    }
}
