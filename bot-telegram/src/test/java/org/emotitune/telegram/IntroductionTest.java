package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import org.emotitune.emotion.Language;
import org.emotitune.telegram.testing.Call;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** What Telegram shows of the bot. */
@Timeout(120)
class IntroductionTest {
    private static final List<String> OF_ALL = List.of("recommend", "help", "sos");
    private static final List<String> PRIVATE =
            List.of("recommend", "help", "sos", "language", "privacy", "export", "forget");

    private final Warnings warnings = new Warnings();
    private final LocalTelegram telegram = new LocalTelegram();
    private final OkHttpClient http = new OkHttpClient();
    private final Plain plain =
            new Plain(new OkHttpTelegramClient(http, LocalTelegram.TOKEN, Line.url(telegram.address())));

    /** Calls once, without limits. */
    private record Plain(OkHttpTelegramClient client) implements Introduction.Calls {
        @Override
        public <T extends Serializable> Outcome<T> call(long chat, PartialBotApiMethod<T> method) {
            try {
                return new Outcome.Done<>(client.execute((BotApiMethod<T>) method));
            } catch (TelegramApiRequestException e) {
                return String.valueOf(e.getApiResponse()).contains("chat not found")
                        ? new Outcome.Forbidden<>()
                        : new Outcome.Failed<>(method.getMethod() + ": " + e.getErrorCode());
            } catch (TelegramApiException e) {
                return new Outcome.Unknown<>();
            }
        }
    }

    @AfterEach
    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        telegram.close();
        warnings.close();
    }

    private void introduce(Long... admins) {
        new Introduction(plain, List.of(admins)).introduce();
    }

    private List<String> names(String place) {
        return values(place, "command");
    }

    private List<String> values(String place, String field) {
        Map<String, JsonNode> all = telegram.commands();
        assertThat(all).containsKey(place);
        JsonNode commands = Objects.requireNonNull(all.get(place));
        return StreamSupport.stream(commands.spliterator(), false)
                .map(command -> command.path(field).asText())
                .toList();
    }

    private List<Call> changes() {
        return telegram.calls().stream()
                .filter(call -> call.method().startsWith("set"))
                .toList();
    }

    @Test
    void everyPlaceHasItsMenuInBothLanguages() {
        introduce();

        assertThat(telegram.commands())
                .containsOnlyKeys(
                        "default/",
                        "default/es",
                        "all_private_chats/",
                        "all_private_chats/es",
                        "all_group_chats/",
                        "all_group_chats/es");
        assertThat(names("all_private_chats/")).isEqualTo(PRIVATE);
        assertThat(names("all_private_chats/es")).isEqualTo(PRIVATE);
        assertThat(names("all_group_chats/es")).isEqualTo(OF_ALL);
        assertThat(names("default/")).isEqualTo(OF_ALL);
        assertThat(values("all_private_chats/es", "description"))
                .startsWith(TelegramTexts.in(Language.SPANISH, "menu.recommend"));
        assertThat(values("all_private_chats/", "description"))
                .startsWith(TelegramTexts.in(Language.ENGLISH, "menu.recommend"));
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void itIsDescribedInBothLanguages() {
        introduce();

        assertThat(telegram.descriptions())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "description/", TelegramTexts.in(Language.ENGLISH, "description"),
                        "description/es", TelegramTexts.in(Language.SPANISH, "description"),
                        "short_description/", TelegramTexts.in(Language.ENGLISH, "short-description"),
                        "short_description/es", TelegramTexts.in(Language.SPANISH, "short-description")));
    }

    @Test
    void theSecondTimeNothingIsSet() {
        introduce();
        assertThat(changes()).hasSize(10);
        telegram.forget();

        introduce();

        assertThat(changes()).isEmpty();
        assertThat(telegram.calls()).hasSize(10);
    }

    @Test
    void whatSomebodyChangedElsewhereIsSetAgain() throws Exception {
        introduce();
        plain.client()
                .execute(new org.telegram.telegrambots.meta.api.methods.description.SetMyDescription("Bot", "es"));
        telegram.forget();

        introduce();

        assertThat(changes()).extracting(Call::method).containsExactly("setMyDescription");
        assertThat(telegram.descriptions())
                .containsEntry("description/es", TelegramTexts.in(Language.SPANISH, "description"));
    }

    @Test
    void adminsHaveTheirCommandsInTheirChatsAndNowhereElse() {
        Person ana = telegram.person("Ana", "es");
        LocalChat group = telegram.supergroup("Admins", ana);

        introduce(ana.id(), group.id());

        List<String> ofAdmins = List.of("reindex", "import", "stats", "cancel");
        assertThat(names("chat:%d/es".formatted(ana.id())))
                .containsAll(PRIVATE)
                .endsWith(ofAdmins.toArray(String[]::new));
        assertThat(names("chat_administrators:%d/".formatted(group.id())))
                .containsAll(OF_ALL)
                .endsWith(ofAdmins.toArray(String[]::new));
        assertThat(names("chat_administrators:%d/".formatted(group.id()))).doesNotContain("forget");
        assertThat(names("all_private_chats/")).doesNotContainAnyElementsOf(ofAdmins);
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void adminsWhoNeverWroteAndChannelsAreNoTrouble() {
        Person ana = telegram.person("Ana", "es");
        LocalChat channel = telegram.channel("Admins", ana);

        introduce(99L, channel.id());

        assertThat(telegram.commands().keySet()).noneMatch(place -> place.matches("chat[_a-z]*:.*"));
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void whatFailsIsToldOnceAndKeepsNothingElseFromBeingSet() {
        telegram.faults().always("setMyCommands", Faults.tooMany(1));
        telegram.faults().always("getMyDescription", Faults.status(500));

        introduce();

        assertThat(warnings.lines())
                .containsExactly("What Telegram shows of the bot could not be set, or not all of it: "
                        + "[getMyDescription: 500, setMyCommands: 429]");
        assertThat(telegram.descriptions()).containsOnlyKeys("short_description/", "short_description/es");
    }
}
