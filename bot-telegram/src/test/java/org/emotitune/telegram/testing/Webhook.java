package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Brings updates to the bot's own server: in order for each chat, again after a failure, chats beside each other. */
final class Webhook {
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final String SECRET = "[A-Za-z0-9_-]{1,256}";
    /** Shorter than Telegram's, for the tests' sake. */
    private static final Duration BEFORE_RETRY = Duration.ofMillis(100);

    private static final int SUCCESS = 2;

    private final World world;
    private final Updates updates;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<Long> underWay = new HashSet<>();
    private String url = "";
    private String secret = "";
    private int connections = 40;
    private String lastError = "";

    Webhook(World world, Updates updates) {
        this.world = world;
        this.updates = updates;
    }

    boolean isSet() {
        return !url.isEmpty();
    }

    JsonNode set(Params params) {
        String address = params.text("url");
        boolean local = address.startsWith("http://127.0.0.1:") || address.startsWith("http://localhost:");
        if (!address.isEmpty() && !address.startsWith("https://") && !local) {
            throw Refusal.bad("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (params.has("secret_token") && !params.text("secret_token").matches(SECRET)) {
            throw Refusal.bad("secret token contains unallowed characters");
        }
        dropIfAsked(params);
        updates.allow(params);
        secret = params.text("secret_token");
        connections = params.number("max_connections", 40);
        url = address;
        lastError = "";
        deliver();
        return Json.yes();
    }

    JsonNode delete(Params params) {
        dropIfAsked(params);
        url = "";
        return Json.yes();
    }

    private void dropIfAsked(Params params) {
        if (params.flag("drop_pending_updates")) {
            updates.all().clear();
        }
    }

    JsonNode info() {
        ObjectNode info = Json.object()
                .put("url", url)
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.waiting())
                .put("max_connections", connections);
        return lastError.isEmpty()
                ? info
                : info.put("last_error_message", lastError).put("last_error_date", world.now());
    }

    /** Starts what may start now. */
    void deliver() {
        if (!isSet() || world.isClosed()) {
            return;
        }
        for (Map.Entry<Integer, ObjectNode> update : updates.all().entrySet()) {
            long chat = chatOf(update.getValue());
            if (underWay.size() < connections && underWay.add(chat)) {
                String to = url;
                Thread.ofVirtual().start(() -> bring(to, update.getKey(), update.getValue(), chat));
            }
        }
    }

    private void bring(String to, int id, ObjectNode update, long chat) {
        String error = post(to, update);
        if (!error.isEmpty()) {
            world.pause(BEFORE_RETRY);
        }
        world.change(() -> {
            lastError = error.isEmpty() ? lastError : error;
            if (error.isEmpty()) {
                updates.all().remove(id);
            }
            underWay.remove(chat);
            deliver();
            return error;
        });
    }

    /** @return what went wrong, empty for nothing */
    private String post(String to, ObjectNode update) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to)).header("Content-Type", "application/json");
        if (!secret.isEmpty()) {
            request.header(SECRET_HEADER, secret);
        }
        request.timeout(Duration.ofSeconds(30)).POST(BodyPublishers.ofString(update.toString()));
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status / 100 == SUCCESS ? "" : "Wrong response from the webhook: " + status;
        } catch (IOException e) {
            return "Connection refused: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** What must keep its order goes by this: the chat, else the person. */
    private static long chatOf(ObjectNode update) {
        JsonNode what = update.properties().stream()
                .map(Map.Entry::getValue)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(update);
        JsonNode chat = what.has("message") ? what.path("message").path("chat") : what.path("chat");
        return chat.has("id")
                ? chat.path("id").asLong()
                : what.path("from").path("id").asLong();
    }
}
