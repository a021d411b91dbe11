package org.emotitune.discord;

import java.util.Locale;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.emotitune.emotion.Language;

/**
 * A slash command while it is written down, with its texts in all languages. The keys of the texts follow from the names:
 * {@code recommend.name}, {@code recommend.era.name}, {@code recommend.era.1980}.
 */
final class CommandForm {
    private final String name;
    private final SlashCommandData data;

    CommandForm(String name) {
        this.name = name;
        this.data = Commands.slash(CommandTexts.base(name + ".name"), CommandTexts.base(name + ".is"));
        CommandTexts.localise(name + ".name", data::setNameLocalization);
        CommandTexts.localise(name + ".is", data::setDescriptionLocalization);
    }

    SlashCommandData data() {
        return data;
    }

    /** Adds an option that may be left out. */
    OptionData option(OptionType type, String option) {
        return option(type, option, false);
    }

    /** Adds an option that must be given. */
    OptionData required(OptionType type, String option) {
        return option(type, option, true);
    }

    private OptionData option(OptionType type, String option, boolean required) {
        String key = name + "." + option;
        OptionData added =
                new OptionData(type, CommandTexts.base(key + ".name"), CommandTexts.base(key + ".is"), required);
        CommandTexts.localise(key + ".name", added::setNameLocalization);
        CommandTexts.localise(key + ".is", added::setDescriptionLocalization);
        data.addOptions(added);
        return added;
    }

    /** A choice of an option, whose label is among the texts; a space in the value is a hyphen in the key. */
    Choice choice(String option, String value) {
        String key = "%s.%s.%s".formatted(name, option, value.replace(' ', '-'));
        return choice(language -> CommandTexts.in(language, key), value);
    }

    /** The choice of a language to hear, called by its name in the reader's language. */
    static Choice ofSung(String code) {
        return choice(language -> name(Locale.of(code), language), code);
    }

    /** The choice of a language to read, called by its own name, so that everybody can find theirs. */
    static Choice ofRead(Language language) {
        return choice(ignored -> name(language.locale(), language), language.code());
    }

    private static Choice choice(Function<Language, String> label, String value) {
        Choice choice = new Choice(label.apply(Language.ENGLISH), value);
        CommandTexts.localise(label, choice::setNameLocalization);
        return choice;
    }

    private static String name(Locale named, Language language) {
        String word = named.getDisplayLanguage(language.locale());
        return word.substring(0, 1).toUpperCase(language.locale()) + word.substring(1);
    }
}
