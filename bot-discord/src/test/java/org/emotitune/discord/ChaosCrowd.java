package org.emotitune.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.LocalServer;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.Voice;

/** People on servers and alone with the bot who use whatever it has, by chance. For one thread. */
final class ChaosCrowd {
    /** What people write; nobody asks for help lines, which wait for no line and no limit. */
    static final List<String> WORDS = List.of(
            "me acaba de dejar mi novia y no paro de llorar",
            "¡¡me han dado el trabajo!! todavía no me lo creo",
            "echo muchísimo de menos a mi abuela",
            "mañana tengo el examen y estoy de los nervios",
            "qué rabia me da que me mientan a la cara",
            "domingo de lluvia, manta y café, qué a gusto",
            "my girlfriend just left me and I can't stop crying",
            "finals tomorrow and I'm freaking out",
            "he lied to my face and I am furious",
            "wanna dance all night long",
            "burnt out, I can't do this job anymore",
            "my daughter was born today 😭❤️");

    private static final List<String> COMMANDS = List.of("mood", "privacy", "export", "help", "language");
    private static final int PER_SERVER = 10;
    private static final int RECENT = 60;
    private static final int BUTTON = 2;
    private static final int MENU = 3;
    private static final int LINK = 5;

    private final Random random;
    private final List<Voice> voices = new ArrayList<>();
    private final List<LocalMessage> said = new ArrayList<>();
    private final List<LocalInteraction> asked = new ArrayList<>();

    ChaosCrowd(LocalDiscord discord, int people, Random random) {
        this.random = random;
        LocalServer server = null;
        LocalChannel channel = null;
        for (int i = 0; i < people; i++) {
            Person person = discord.person("Person " + i, random.nextBoolean() ? "es-ES" : "en-US");
            if (server == null || channel == null || i % PER_SERVER == 0) {
                server = discord.server("Server " + i / PER_SERVER, person);
                channel = server.channel("music");
            } else {
                server.joins(person);
            }
            voices.add(person.in(channel));
            if (i % 2 == 0) {
                voices.add(person.direct());
            }
        }
    }

    List<LocalChannel> channels() {
        return voices.stream()
                .flatMap(voice -> List.of(voice.channel(), voice.person().directChannel()).stream())
                .distinct()
                .toList();
    }

    /** What was said and asked so far, so that nobody goes back to it. */
    void forget() {
        said.clear();
        asked.clear();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T recent(List<T> all) {
        return any(all.subList(Math.max(0, all.size() - RECENT), all.size()));
    }

    ChaosQuestion next() {
        return switch (random.nextInt(10)) {
            case 0 -> says();
            case 1 -> types();
            case 2 -> usesOnMessage();
            case 3, 4, 5, 6 -> tapsOrChooses();
            default -> uses();
        };
    }

    private ChaosQuestion says() {
        Voice voice = any(voices);
        LocalMessage message = voice.mentions(any(WORDS));
        said.add(message);
        return ChaosQuestion.of(message);
    }

    private ChaosQuestion types() {
        return ChaosQuestion.of("suggestions", any(voices).types("recommend", "feeling", "tri"));
    }

    private ChaosQuestion usesOnMessage() {
        if (said.isEmpty()) {
            return says();
        }
        LocalMessage message = recent(said);
        Voice voice = voices.stream()
                .filter(one -> one.channel().equals(message.channel()))
                .findAny()
                .orElseThrow();
        return kept("menu of a message", voice.usesOn(message, SlashCommands.SONGS_FOR_MESSAGE));
    }

    private ChaosQuestion uses() {
        Voice voice = any(voices);
        if (random.nextInt(3) == 0) {
            String command = any(COMMANDS);
            return kept(command, voice.uses(command));
        }
        Map<String, Object> options = random.nextInt(4) == 0
                ? Map.of("feeling", any(WORDS), "private", true)
                : Map.of("feeling", any(WORDS), "count", 1 + random.nextInt(9));
        return kept("recommend", voice.uses("recommend", options));
    }

    private ChaosQuestion kept(String what, LocalInteraction used) {
        asked.add(used);
        return ChaosQuestion.of(what, used);
    }

    /** Below an answer that the person sees: their own, and often enough somebody else's. */
    private ChaosQuestion tapsOrChooses() {
        LocalInteraction before = asked.isEmpty() ? null : recent(asked);
        if (before == null || before.answers().isEmpty()) {
            return uses();
        }
        LocalMessage page = before.answers().getLast();
        Voice own = before.person().in(before.channel());
        Voice voice = page.isEphemeral() || random.nextInt(3) > 0 ? own : neighbour(own);
        List<JsonNode> controls = controls(page);
        return controls.isEmpty() ? uses() : on(voice, page, any(controls));
    }

    private Voice neighbour(Voice voice) {
        return any(voices.stream()
                .filter(one -> one.channel().equals(voice.channel()))
                .toList());
    }

    private ChaosQuestion on(Voice voice, LocalMessage page, JsonNode control) {
        String id = control.path("custom_id").asText();
        if (control.path("type").asInt() == BUTTON) {
            return kept("tap", voice.tapsCode(page, id));
        }
        List<JsonNode> options = new ArrayList<>();
        control.path("options").forEach(options::add);
        return kept(
                "choice", voice.choosesCode(page, id, any(options).path("value").asText()));
    }

    private static List<JsonNode> controls(LocalMessage page) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode row : page.json().path("components")) {
            for (JsonNode one : row.path("components")) {
                int type = one.path("type").asInt();
                boolean link = one.path("style").asInt() == LINK;
                if ((type == BUTTON && !link) || type == MENU) {
                    found.add(one);
                }
            }
        }
        return found;
    }
}
