package org.emotitune.admin;

import java.util.ArrayList;
import java.util.List;
import org.emotitune.index.StoreUnavailableException;

/** Keeps messages in a list, as long as it is not away. */
final class KeptMessages implements JobMessages {
    private final List<JobMessage> messages = new ArrayList<>();
    private boolean away;

    synchronized void away(boolean isAway) {
        away = isAway;
    }

    synchronized List<JobMessage> all() {
        return List.copyOf(messages);
    }

    private void check() {
        if (away) {
            throw new StoreUnavailableException("the database did not answer");
        }
    }

    @Override
    public synchronized void keep(JobMessage message) {
        check();
        if (!messages.contains(message)) {
            messages.add(message);
        }
    }

    @Override
    public synchronized List<JobMessage> of(String platform) {
        check();
        return messages.stream()
                .filter(each -> each.platform().equals(platform))
                .toList();
    }

    @Override
    public synchronized void drop(JobMessage message) {
        check();
        messages.remove(message);
    }

    @Override
    public synchronized void move(String platform, String from, String to) {
        check();
        messages.replaceAll(
                each -> each.platform().equals(platform) && each.place().equals(from)
                        ? new JobMessage(each.job(), platform, to, each.thread(), each.message())
                        : each);
    }

    @Override
    public synchronized void dropAll(String platform, String place) {
        check();
        messages.removeIf(
                each -> each.platform().equals(platform) && each.place().equals(place));
    }
}
