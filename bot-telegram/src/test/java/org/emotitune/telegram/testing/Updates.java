package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What waits for the bot. Not thread-safe: the world's lock is around it. */
final class Updates {
    static final int FIRST = 700_000_001;
    private static final int MOST = 100;
    private static final int LONGEST_HOLD_SECONDS = 50;
    private static final Set<String> ONLY_WHEN_ASKED_FOR =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final World world;
    private final Webhook webhook;
    private final NavigableMap<Integer, ObjectNode> waiting = new TreeMap<>();
    private Set<String> allowed = Set.of();
    private int next = FIRST;
    private int poll;
    private int holding;

    Updates(World world) {
        this.world = world;
        this.webhook = new Webhook(world, this);
    }

    /** @return whether the bot wants this kind */
    boolean add(String kind, JsonNode what) {
        boolean wanted = allowed.isEmpty() ? !ONLY_WHEN_ASKED_FOR.contains(kind) : allowed.contains(kind);
        if (wanted) {
            ObjectNode update = Json.object().put("update_id", next);
            update.set(kind, what.deepCopy());
            waiting.put(next++, update);
            webhook.deliver();
        }
        return wanted;
    }

    /** Identifiers start anew somewhere after a week of silence; tests of that say where. */
    void continueAt(int id) {
        next = id;
    }

    boolean isPolled() {
        return holding > 0;
    }

    int waiting() {
        return waiting.size();
    }

    NavigableMap<Integer, ObjectNode> all() {
        return waiting;
    }

    Webhook webhook() {
        return webhook;
    }

    /** Holds the call while there is nothing, as long as it asks for; a second call ends the first one. */
    JsonNode get(Params params) {
        if (webhook.isSet()) {
            throw Refusal.conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
        int mine = ++poll;
        world.change(() -> allow(params));
        acknowledge(params.number("offset", 0));
        int hold = Math.clamp(params.number("timeout", 0), 0, LONGEST_HOLD_SECONDS);
        hold(mine, TimeUnit.SECONDS.toNanos(hold));
        int limit = params.number("limit", MOST);
        return Json.array(waiting.values().stream().limit(limit < 1 || limit > MOST ? MOST : limit));
    }

    private void hold(int mine, long nanos) {
        long left = nanos;
        holding++;
        world.change(() -> holding);
        while (waiting.isEmpty() && mine == poll && !webhook.isSet() && left > 0) {
            left = world.awaitChange(left);
        }
        holding--;
        if (webhook.isSet()) {
            throw Refusal.conflict("terminated by setWebhook request");
        }
        if (mine != poll) {
            throw Refusal.conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running");
        }
    }

    private void acknowledge(int offset) {
        if (offset >= 0) {
            waiting.headMap(offset).clear();
        } else {
            while (waiting.size() > -offset) {
                waiting.pollFirstEntry();
            }
        }
    }

    /** Concerns what happens from now on; without the parameter it stays as it was. */
    Set<String> allow(Params params) {
        Optional<JsonNode> list = params.json("allowed_updates");
        list.ifPresent(
                kinds -> allowed = Json.stream(kinds).map(JsonNode::asText).collect(Collectors.toSet()));
        return allowed;
    }
}
