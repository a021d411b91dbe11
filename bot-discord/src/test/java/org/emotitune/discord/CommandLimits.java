package org.emotitune.discord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord asks of commands: https://discord.com/developers/docs/interactions/application-commands. */
final class CommandLimits {
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
    private static final int SLASH = 1;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_NAME = 32;
    private static final int MOST_OPTIONS = 25;
    private static final int MOST_SLASH = 100;
    private static final int MOST_CHARACTERS = 8_000;

    private final List<String> problems = new ArrayList<>();

    private CommandLimits() {}

    /** @return what Discord would refuse, in words */
    static List<String> problems(Collection<? extends CommandData> commands) {
        CommandLimits limits = new CommandLimits();
        List<DataObject> all =
                commands.stream().map(command -> sent(command.toData())).toList();
        limits.check(all.size() <= MOST_SLASH, "too many commands");
        limits.differ(all, "commands");
        all.forEach(limits::command);
        return limits.problems;
    }

    /** As it goes over the wire. */
    static DataObject sent(DataObject data) {
        return DataObject.fromJson(data.toString());
    }

    private void command(DataObject command) {
        String name = command.getString("name");
        boolean slash = command.getInt("type") == SLASH;
        for (String text : texts(command, "name")) {
            check(slash ? isName(text) : text.length() <= LONGEST_NAME, name + " is called " + text);
        }
        if (slash) {
            describe(name, command);
        }
        List<DataObject> options = objects(command, "options");
        check(slash || options.isEmpty(), name + " has options");
        check(options.size() <= MOST_OPTIONS, name + " has too many options");
        differ(options, "options of " + name);
        check(requiredFirst(options), name + " has a required option behind another");
        options.forEach(option -> option(name + " " + option.getString("name"), option));
        check(size(command) <= MOST_CHARACTERS, name + " is too long: " + size(command));
    }

    private void option(String name, DataObject option) {
        texts(option, "name").forEach(text -> check(isName(text), name + " is called " + text));
        describe(name, option);
        List<DataObject> choices = objects(option, "choices");
        check(choices.size() <= MOST_OPTIONS, name + " has too many choices");
        differ(choices, "choices of " + name);
        check(choices.isEmpty() || !option.getBoolean("autocomplete"), name + " has choices and is completed");
        Set<String> values = new HashSet<>();
        for (DataObject choice : choices) {
            check(values.add(choice.getString("value")), name + " has a value twice");
            check(choice.getString("value").length() <= LONGEST_TEXT, name + " has a long value");
            texts(choice, "name").forEach(text -> check(fits(text), name + " has the choice " + text));
        }
    }

    private void describe(String name, DataObject of) {
        texts(of, "description").forEach(text -> check(fits(text), name + " is described by " + text));
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.strip().equals(text) && text.length() <= LONGEST_TEXT;
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static boolean requiredFirst(List<DataObject> options) {
        return options.stream()
                .map(option -> option.getBoolean("required") ? 0 : 1)
                .toList()
                .equals(options.stream()
                        .map(option -> option.getBoolean("required") ? 0 : 1)
                        .sorted()
                        .toList());
    }

    /** No two of them may be called the same by anybody. */
    private void differ(List<DataObject> named, String what) {
        for (String locale : List.of("en", "es-ES", "es-419")) {
            Set<String> names = new HashSet<>();
            named.forEach(each -> check(names.add(name(each, locale)), what + " called the same in " + locale));
        }
    }

    private static String name(DataObject named, String locale) {
        return named.optObject("name_localizations")
                .orElseGet(DataObject::empty)
                .getString(locale, named.getString("name"));
    }

    /** Of texts in several languages the longest counts. */
    private static int size(DataObject of) {
        int own = longest(of, "name")
                + longest(of, "description")
                + of.getString("value", "").length();
        return own
                + Stream.of("options", "choices")
                        .flatMap(key -> objects(of, key).stream())
                        .mapToInt(CommandLimits::size)
                        .sum();
    }

    private static int longest(DataObject of, String key) {
        return texts(of, key).stream()
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /** A text in all its languages. */
    private static List<String> texts(DataObject of, String key) {
        List<String> texts = new ArrayList<>();
        if (!of.isNull(key)) {
            texts.add(of.getString(key));
        }
        of.optObject(key + "_localizations")
                .ifPresent(map -> map.keys().forEach(locale -> texts.add(map.getString(locale))));
        return texts;
    }

    private static List<DataObject> objects(DataObject of, String key) {
        return of.optArray(key).orElseGet(DataArray::empty).stream(DataArray::getObject)
                .toList();
    }

    private void check(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
