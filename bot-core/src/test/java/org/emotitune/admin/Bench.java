package org.emotitune.admin;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.emotitune.admin.AdminReply.Said;
import org.emotitune.conversation.Button;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.intake.Importer;
import org.emotitune.lookup.LyricsCleaner;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgIntakeStore;
import org.emotitune.postgres.PgJobBoard;
import org.emotitune.postgres.PgOutcomeCounts;
import org.emotitune.reindex.Admin;
import org.emotitune.reindex.Authority;
import org.emotitune.reindex.Caller;
import org.emotitune.reindex.Estimate;
import org.emotitune.reindex.Restorer.Restored;
import org.emotitune.reindex.Spent;
import org.emotitune.testing.Query;
import org.emotitune.testing.SettableClock;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.TestVocabulary;

/** A desk on a real database; what reads songs is left out. */
final class Bench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final Caller OPERATOR = new Caller("telegram", List.of("1", "-100"), true);
    static final Caller STRANGER = new Caller("telegram", List.of("9"), true);
    static final long MOST = 20 * 1024 * 1024;

    final SettableClock clock = new SettableClock(START);
    final HikariDataSource pool;
    final Path directory;
    final PgJobBoard board;
    final PgIntakeStore intake;
    final AdminDesk desk;
    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger refreshed = new AtomicInteger();
    final AtomicInteger estimated = new AtomicInteger();
    final List<String> progress = new ArrayList<>();
    OptionalDouble price = OptionalDouble.of(0);
    boolean indexFails;

    Bench(TestDatabase database, Path home) throws SQLException {
        Query.execute(
                database.dataSource(), "TRUNCATE scheduled_tasks, reindex_job, answer_count, song, artist CASCADE");
        new PgCatalogStore(database.dataSource()).keepVocabulary(VocabularyFiles.load());
        pool = TestPool.of(database.address(), 4);
        directory = home.resolve("offered");
        board = new PgJobBoard(pool, clock, asked::incrementAndGet);
        intake = new PgIntakeStore(pool, "reader 1");
        desk = desk();
    }

    /** As it would be after a restart. */
    AdminDesk desk() {
        Admin admin = new Admin(
                new Authority(Map.of("telegram", Set.of("1")), Set.of("telegram")),
                board,
                this::estimate,
                Restored.NoneKept::new,
                job -> Spent.NONE);
        Importer importer = new Importer(intake, new TestVocabulary(), LyricsCleaner::clean, Digests::sha256);
        OfferedFiles files = new OfferedFiles(directory, clock, RandomGenerator.getDefault());
        Imports imports = new Imports(new Imports.Intake(importer, false, this::refresh), files, clock);
        return new AdminDesk(admin, new AdminDesk.Limits(1, MOST), imports, this::figures, clock);
    }

    private Estimate estimate(boolean everything) {
        estimated.incrementAndGet();
        return new Estimate(everything ? 1_200 : 12, 3, 0, 12, 5_000, 600, price);
    }

    private void refresh() {
        if (indexFails) {
            throw new StoreUnavailableException("no room for the index");
        }
        refreshed.incrementAndGet();
    }

    private Figures figures() {
        return new Figures(
                40,
                intake.waiting(),
                new PgOutcomeCounts(pool).since(LocalDate.ofInstant(START, ZoneOffset.UTC)),
                new Spent(7, 1_000, 200, OptionalDouble.of(0.5)));
    }

    AdminReply command(String text) {
        return desk.command(OPERATOR, text);
    }

    AdminReply tap(String action) {
        return desk.tapped(OPERATOR, action, progress::add);
    }

    /** Taps the button with this label. */
    AdminReply tap(AdminReply below, String label) {
        return tap(action(below, label));
    }

    static String action(AdminReply reply, String label) {
        return buttons(reply).stream()
                .filter(button -> button.label().equals(label))
                .map(Button::action)
                .findFirst()
                .orElseThrow();
    }

    static List<Button> buttons(AdminReply reply) {
        return switch (reply) {
            case Said said -> said.buttons();
            case AdminReply.Passing ignored -> List.of();
            case AdminReply.Follow follow -> follow.buttons();
        };
    }

    AdminReply offer(String name, String content) {
        return offer(new Upload(name, content.length(), MOST, file -> Files.writeString(file, content)));
    }

    AdminReply offer(Upload upload) {
        return desk.offered(OPERATOR, upload, progress::add);
    }

    /** Files that were offered and are still there. */
    List<Path> files() throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    List<String> titles() throws SQLException {
        return Query.column(pool, "SELECT title FROM song ORDER BY title");
    }

    @Override
    public void close() {
        desk.close();
        pool.close();
    }
}
