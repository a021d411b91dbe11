package org.emotitune.admin;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.TextFile;
import org.emotitune.testing.Eventually;

/** Remembers what it shows. A message whose chat was told so is gone, or cannot be edited now, or breaks, or blocks. */
final class RecordedScreen implements JobWatches.Screen {

    record Shot(
            Instant at,
            JobMessage message,
            String text,
            List<Button> buttons,
            boolean last,
            List<TextFile> files,
            Optional<Path> picture) {}

    final List<Shot> shots = new CopyOnWriteArrayList<>();
    final Map<String, Shown> comes = new ConcurrentHashMap<>();
    final Set<String> breaking = ConcurrentHashMap.newKeySet();
    final Map<String, CountDownLatch> blocked = new ConcurrentHashMap<>();
    final AtomicBoolean twoAtOnce = new AtomicBoolean();
    private final Set<JobMessage> underWay = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;

    RecordedScreen(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Shown show(JobMessage message, String text, List<Button> buttons) {
        return shot(new Shot(clock.instant(), message, text, buttons, false, List.of(), Optional.empty()));
    }

    @Override
    public Shown finish(JobMessage message, String text, List<TextFile> files, Optional<Path> picture) {
        return shot(new Shot(clock.instant(), message, text, List.of(), true, files, picture));
    }

    private Shown shot(Shot shot) {
        if (!underWay.add(shot.message())) {
            twoAtOnce.set(true);
        }
        try {
            shots.add(shot);
            String place = shot.message().place();
            CountDownLatch latch = blocked.get(place);
            if (latch != null) {
                latch.await();
            }
            if (breaking.contains(place)) {
                throw new IllegalStateException("a bug");
            }
            return comes.getOrDefault(place, Shown.DONE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            underWay.remove(shot.message());
        }
    }

    List<Shot> in(String place) {
        return shots.stream()
                .filter(shot -> shot.message().place().equals(place))
                .toList();
    }

    /** Waits until so many were shown in a place, and gives the last. */
    Shot await(String place, int number) throws Exception {
        Eventually.is(() -> in(place).size() >= number);
        return in(place).get(number - 1);
    }
}
