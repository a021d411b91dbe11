package org.emotitune.discord;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.discord.testing.Call;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Route;

/** Which calls were made for which question: by the address of the interaction, or the nonce of the message. */
final class ChaosCalls {
    private static final Pattern CALLBACK = Pattern.compile("/interactions/(\\d+)/([^/]+)/callback.*");
    private static final Pattern ANSWER = Pattern.compile("/webhooks/\\d+/([^/?]+).*");
    private static final Pattern NONCE = Pattern.compile("(\\d+)\\.\\d+");

    private final Map<String, Long> interactions = new HashMap<>();
    private final Map<Long, Integer> acknowledgements = new HashMap<>();
    private final Set<Long> hurt = new HashSet<>();

    ChaosCalls(List<Call> calls) {
        calls.forEach(this::learn);
        calls.stream()
                .filter(call -> call.fault() || call.status() == 0)
                .forEach(call -> question(call).ifPresent(hurt::add));
        calls.stream()
                .filter(call -> call.route() == Route.CALLBACK && !call.fault())
                .forEach(call -> question(call).ifPresent(id -> acknowledgements.merge(id, 1, Integer::sum)));
    }

    private void learn(Call call) {
        Matcher callback = CALLBACK.matcher(call.path());
        if (callback.matches()) {
            interactions.put(callback.group(2), Long.valueOf(callback.group(1)));
        }
    }

    private Optional<Long> question(Call call) {
        Matcher callback = CALLBACK.matcher(call.path());
        if (callback.matches()) {
            return Optional.of(Long.valueOf(callback.group(1)));
        }
        Matcher answer = ANSWER.matcher(call.path());
        return answer.matches()
                ? Optional.ofNullable(interactions.get(answer.group(1)))
                : cause(call.body().path("nonce").asText(""));
    }

    /** @return the question that it answers, if it answers no interaction directly */
    static Optional<Long> cause(LocalMessage message) {
        return cause(message.json().path("nonce").asText(""));
    }

    private static Optional<Long> cause(String nonce) {
        Matcher parts = NONCE.matcher(nonce);
        return parts.matches() ? Optional.of(Long.valueOf(parts.group(1))) : Optional.empty();
    }

    /** Questions of which a call was made to fail. */
    Set<Long> hurt() {
        return Set.copyOf(hurt);
    }

    /** How often the bot tried to acknowledge it while nothing failed on purpose. */
    int acknowledgements(long question) {
        return acknowledgements.getOrDefault(question, 0);
    }
}
