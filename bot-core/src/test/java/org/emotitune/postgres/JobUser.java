package org.emotitune.postgres;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.emotitune.db.Child;
import org.emotitune.db.DatabaseAddress;
import org.emotitune.reindex.JobControl;
import org.emotitune.reindex.Stage;

/**
 * A program that begins a job of the database in its environment, prints {@code at} and the job's number, and never
 * comes to an end with it.
 */
final class JobUser {
    private static final String URL = "JOB_DATABASE_URL";
    private static final String USER = "JOB_DATABASE_USER";
    private static final String PASSWORD = "JOB_DATABASE_PASSWORD";

    private JobUser() {}

    static Child start(DatabaseAddress address) {
        return Child.start(
                JobUser.class, Map.of(URL, address.jdbcUrl(), USER, address.user(), PASSWORD, address.password()));
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        DatabaseAddress address = new DatabaseAddress(
                environment.getOrDefault(URL, ""),
                environment.getOrDefault(USER, ""),
                environment.getOrDefault(PASSWORD, ""));
        try (PgScheduledWork process =
                new PgScheduledWork(address.dataSource(), Clock.systemUTC(), JobUser::work, JobProcesses.PACE)) {
            process.startJobs();
            while (System.in.read() >= 0) {
                // Nothing that is said matters, only the end.
            }
        }
    }

    private static String work(JobControl control) {
        control.begin(Stage.EMOTIONS, 0, 10);
        System.out.println("at " + control.id());
        return ScriptedWork.waited(control, new CountDownLatch(1));
    }
}
