package org.emotitune.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotitune.CheckUp;
import org.emotitune.config.Settings;
import org.emotitune.doctor.Finding;
import org.emotitune.doctor.Finding.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Tells what works, what does not, and what to do about it. */
@Command(
        name = "doctor",
        description = "Check what the settings name, and tell the fix for what does not work.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        try (Progress progress = new Progress()) {
            Level worst = CheckUp.run(
                    Settings.of(environment),
                    environment,
                    Clock.systemUTC(),
                    progress,
                    finding -> System.out.println(line(finding)));
            int outcome = Terminal.outcome();
            return worst == Level.FAILED ? ExitCode.SOFTWARE : outcome;
        }
    }

    static String line(Finding finding) {
        String level = switch (finding.level()) {
            case OK -> "ok";
            case WARNING -> "warning";
            case FAILED -> "failed";
        };
        String fix = finding.fix().isEmpty() ? "" : " -> " + finding.fix();
        return "%-8s %s: %s%s".formatted(level, finding.subject(), finding.sentence(), fix);
    }
}
