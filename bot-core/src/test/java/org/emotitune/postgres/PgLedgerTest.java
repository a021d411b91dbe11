package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotitune.db.TestDatabase;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.llm.Ledger;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Limit;
import org.emotitune.llm.Ledger.Limits;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.llm.LedgerContract;
import org.emotitune.llm.Tokens;
import org.emotitune.testing.Query;
import org.emotitune.testing.SettableClock;
import org.emotitune.testing.TestPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgLedgerTest implements LedgerContract {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static HikariDataSource pool = new HikariDataSource();

    @BeforeAll
    static void openPool() {
        pool = TestPool.of(database.address(), 16);
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void emptyBooks() throws SQLException {
        Query.execute(pool, "TRUNCATE model_day, model_job, model_use, model_event");
    }

    @Override
    public Ledger ledger(Limits limits, SettableClock clock) {
        return new PgLedger(pool, limits, clock);
    }

    private Ledger ledger(long perDay) {
        return ledger(LedgerContract.limits(perDay, perDay), new SettableClock(BEFORE_MIDNIGHT));
    }

    @Test
    void whatAProcessHadSetAsideWhenItDiedStaysCounted() {
        ledger(250).reserve(Purpose.SONG, JOB, new Tokens(160, 0));

        assertThat(ledger(250).reserve(Purpose.SONG, JOB, MOST)).contains(Limit.TOKENS_PER_JOB);
        assertThat(ledger(250).reserve(Purpose.MESSAGE, null, MOST)).contains(Limit.TOKENS_PER_DAY);
    }

    @Test
    void allProcessesShareTheLimits() throws Exception {
        List<Limit> refusals = refusals(Purpose.SONG, JOB, 8);
        refusals.addAll(refusals(Purpose.MESSAGE, null, 6));

        assertThat(refusals).hasSize(4 * 14 - 40).contains(Limit.TOKENS_PER_JOB, Limit.TOKENS_PER_DAY);
        assertThat(Query.rows(pool, "model_day")).containsExactly("(2026-03-29,0,0,0,3200,800)");
    }

    /** Of four processes at the same time. */
    private List<Limit> refusals(Purpose purpose, @Nullable Long job, int callsOfEach) throws Exception {
        List<Callable<List<Limit>>> processes = Collections.nCopies(4, () -> {
            Ledger ledger = ledger(LedgerContract.limits(4_050, 2_550), new SettableClock(BEFORE_MIDNIGHT));
            List<Limit> refused = new ArrayList<>();
            for (int call = 0; call < callsOfEach; call++) {
                ledger.reserve(purpose, job, MOST).ifPresent(refused::add);
            }
            return refused;
        });
        List<Limit> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<Limit>> process : threads.invokeAll(processes)) {
                all.addAll(process.get());
            }
        }
        return all;
    }

    @Test
    void nothingIsLeftAsideWhenAllIsSettled() throws Exception {
        Ledger ledger = ledger(Long.MAX_VALUE);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int call = 0; call < 50; call++) {
            calls.add(() -> call(ledger, Purpose.SONG, JOB));
            calls.add(() -> call(ledger, Purpose.MESSAGE, null));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        }

        assertThat(Query.rows(pool, "model_day")).containsExactly("(2026-03-29,100,1000,100,0,0)");
        assertThat(Query.rows(pool, "model_job")).containsExactly("(7,50,500,50,0,0)");
    }

    private static boolean call(Ledger ledger, Purpose purpose, @Nullable Long job) {
        ledger.reserve(purpose, job, MOST);
        ledger.settle(purpose, job, MOST, new Tokens(10, 1));
        return true;
    }

    @Test
    void aCallThatWasInterruptedIsSettledAllTheSame() throws Exception {
        Ledger ledger = ledger(100);
        ledger.reserve(Purpose.MESSAGE, null, MOST);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> interrupted = () -> {
                Thread.currentThread().interrupt();
                ledger.settle(Purpose.MESSAGE, null, MOST, Tokens.NONE);
                return Thread.currentThread().isInterrupted();
            };

            assertThat(threads.submit(interrupted).get()).isTrue();
        }

        assertThat(ledger.reserve(Purpose.MESSAGE, null, MOST)).isEmpty();
    }

    @Test
    void emptiedBooksBeginAnew() throws SQLException {
        Ledger ledger = ledger(100);
        ledger.reserve(Purpose.MESSAGE, null, MOST);
        Query.execute(pool, "DELETE FROM model_day");
        ledger.reserve(Purpose.MESSAGE, null, new Tokens(1, 0));

        ledger.settle(Purpose.MESSAGE, null, MOST, new Tokens(60, 0));

        assertThat(Query.rows(pool, "model_day")).containsExactly("(2026-03-29,1,60,0,0,0)");
    }

    @Test
    void withoutTheDatabaseNoCallIsMade() {
        HikariDataSource gone = TestPool.of(database.address(), 1);
        gone.close();
        Ledger ledger = new PgLedger(gone, UNLIMITED, new SettableClock(BEFORE_MIDNIGHT));

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> ledger.reserve(Purpose.SONG, JOB, MOST));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> ledger.count(Purpose.SONG, Event.READ));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> ledger.on(DAY));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> ledger.job(JOB));
    }
}
