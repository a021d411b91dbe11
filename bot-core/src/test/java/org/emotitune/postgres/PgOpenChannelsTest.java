package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.emotitune.db.TestDatabase;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reception.OpenChannels;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class PgOpenChannelsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final String DISCORD = "discord";

    private OpenChannels channels = PgOpenChannels.load(database.dataSource());

    @BeforeEach
    void openNone() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE open_channel");
        channels = restarted();
    }

    private static OpenChannels restarted() {
        return PgOpenChannels.load(database.dataSource());
    }

    @Test
    void aChannelIsClosedUntilItIsOpened() {
        assertThat(channels.isOpen(DISCORD, "7")).isFalse();
        assertThat(channels.all(DISCORD)).isEmpty();

        assertThat(channels.open(DISCORD, "7")).isTrue();

        assertThat(channels.isOpen(DISCORD, "7")).isTrue();
        assertThat(channels.isOpen(DISCORD, "77")).isFalse();
        assertThat(channels.isOpen("telegram", "7")).isFalse();
    }

    @Test
    void whatIsOpenIsOpenAfterARestartToo() {
        channels.open(DISCORD, "7");
        channels.open(DISCORD, "8");
        channels.open("telegram", "7");
        channels.close(DISCORD, "8");

        assertThat(restarted().all(DISCORD)).containsExactly("7").isEqualTo(channels.all(DISCORD));
        assertThat(restarted().isOpen("telegram", "7")).isTrue();
        assertThat(restarted().isOpen(DISCORD, "8")).isFalse();
    }

    @Test
    void openingTwiceAndClosingTwiceTellsThatNothingChanged() throws SQLException {
        channels.open(DISCORD, "7");

        assertThat(channels.open(DISCORD, "7")).isFalse();
        assertThat(Query.rows(database.dataSource(), "open_channel")).containsExactly("(discord,7)");
        assertThat(channels.close(DISCORD, "7")).isTrue();
        assertThat(channels.close(DISCORD, "7")).isFalse();
        assertThat(channels.all(DISCORD)).isEmpty();
    }

    @Test
    void oneProcessSeesWhatAnotherOpenedAfterARestartAndCanCloseIt() throws SQLException {
        OpenChannels other = restarted();
        channels.open(DISCORD, "7");

        assertThat(other.isOpen(DISCORD, "7")).isFalse();
        other.open(DISCORD, "7");
        other.close(DISCORD, "7");

        assertThat(Query.rows(database.dataSource(), "open_channel")).isEmpty();
    }

    @Test
    void withoutTheDatabaseNothingChangesAndWhatWasKnownStaysKnown() {
        HikariDataSource gone = TestPool.of(database.address(), 1);
        channels.open(DISCORD, "7");
        OpenChannels without = PgOpenChannels.load(gone);
        gone.close();

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> without.open(DISCORD, "8"));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> without.close(DISCORD, "7"));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> PgOpenChannels.load(gone));

        assertThat(without.all(DISCORD)).containsExactly("7");
        assertThat(restarted().all(DISCORD)).containsExactly("7");
    }

    @Test
    void memoryAndTableAgreeWhateverManyDoAtTheSameTime() throws Exception {
        List<Callable<Boolean>> changes = IntStream.range(0, 400)
                .mapToObj(i -> (Callable<Boolean>)
                        () -> i % 3 == 0 ? channels.close(DISCORD, "c" + i % 7) : channels.open(DISCORD, "c" + i % 7))
                .toList();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> change : many.invokeAll(changes)) {
                change.get();
            }
        }

        assertThat(channels.all(DISCORD)).isEqualTo(restarted().all(DISCORD));
    }
}
