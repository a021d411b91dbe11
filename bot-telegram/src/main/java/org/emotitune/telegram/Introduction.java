package org.emotitune.telegram;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.GetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.GetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;
import org.telegram.telegrambots.meta.api.objects.description.BotDescription;
import org.telegram.telegrambots.meta.api.objects.description.BotShortDescription;

/**
 * What Telegram shows of the bot: menus of commands and descriptions, in English for all and in Spanish for those whose
 * Telegram is. Only what changed is set, for Telegram allows few changes of descriptions.
 */
final class Introduction {
    /** {@link Telegram#call}. */
    interface Calls {
        <T extends Serializable> Outcome<T> call(long chat, PartialBotApiMethod<T> method);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
    private static final long NO_CHAT = 0;

    private final Calls telegram;
    private final List<Long> admins;
    private final Set<String> failures = new TreeSet<>();

    /** @param admins ids of people, of groups and of channels; the latter have no menu */
    Introduction(Calls telegram, Collection<Long> admins) {
        this.telegram = telegram;
        this.admins = List.copyOf(admins);
    }

    /** Failures are logged, no more: people can write to a bot without a menu. Blocks; to be called once. */
    void introduce() {
        menu(new BotCommandScopeDefault(), Menu.GROUP::commands);
        menu(new BotCommandScopeAllPrivateChats(), Menu.PRIVATE::commands);
        menu(new BotCommandScopeAllGroupChats(), Menu.GROUP::commands);
        admins.forEach(this::menuOfAdmins);
        for (Language language : Language.values()) {
            description(TelegramTexts.in(language, "description"), code(language));
            shortDescription(TelegramTexts.in(language, "short-description"), code(language));
        }
        if (!failures.isEmpty()) {
            LOG.warn("What Telegram shows of the bot could not be set, or not all of it: {}", failures);
        }
    }

    /** What is set without a language is for all that have none of their own. */
    private static @Nullable String code(Language language) {
        return language == Language.ENGLISH ? null : language.code();
    }

    /** People who never wrote to the bot, and groups that it is not in, have no chat with it: nothing is missing there. */
    private void menuOfAdmins(long chat) {
        Optional<ChatFullInfo> known = result(new GetChat(Long.toString(chat)));
        if (known.isPresent() && !known.get().isChannelChat()) {
            Menu usual = known.get().isUserChat() ? Menu.PRIVATE : Menu.GROUP;
            String id = Long.toString(chat);
            // Not even the other members of the group see them.
            menu(
                    known.get().isUserChat() ? new BotCommandScopeChat(id) : new BotCommandScopeChatAdministrators(id),
                    usual::withAdmins);
        }
    }

    private void menu(BotCommandScope scope, Function<Language, List<BotCommand>> commands) {
        for (Language language : Language.values()) {
            menu(scope, code(language), commands.apply(language));
        }
    }

    private void menu(BotCommandScope scope, @Nullable String language, List<BotCommand> wanted) {
        GetMyCommands get = new GetMyCommands();
        get.setScope(scope);
        get.setLanguageCode(language);
        result(get).filter(shown -> !shown.equals(wanted)).ifPresent(shown -> {
            SetMyCommands set = new SetMyCommands(wanted);
            set.setScope(scope);
            set.setLanguageCode(language);
            result(set);
        });
    }

    private void description(String wanted, @Nullable String language) {
        Optional<BotDescription> shown = result(new GetMyDescription(language));
        if (shown.isPresent() && !wanted.equals(shown.get().getDescription())) {
            result(new SetMyDescription(wanted, language));
        }
    }

    private void shortDescription(String wanted, @Nullable String language) {
        Optional<BotShortDescription> shown = result(new GetMyShortDescription(language));
        if (shown.isPresent() && !wanted.equals(shown.get().getShortDescription())) {
            result(new SetMyShortDescription(wanted, language));
        }
    }

    /** @return empty where there is none; failures are noted */
    private <T extends Serializable> Optional<T> result(PartialBotApiMethod<T> method) {
        return switch (telegram.call(NO_CHAT, method)) {
            case Outcome.Done<T>(var result) -> Optional.of(result);
            case Outcome.NotModified<T>() -> Optional.empty();
            case Outcome.NotFound<T>() -> Optional.empty();
            case Outcome.Forbidden<T>() -> Optional.empty();
            case Outcome.Unknown<T>() -> failed(method.getMethod() + ": no answer");
            case Outcome.Failed<T>(var reason) -> failed(reason);
        };
    }

    private <T> Optional<T> failed(String reason) {
        failures.add(reason);
        return Optional.empty();
    }
}
