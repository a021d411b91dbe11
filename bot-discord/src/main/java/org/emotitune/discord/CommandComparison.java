package org.emotitune.discord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * Whether two lists of commands come to the same. Discord gives commands back in an order of its own, with null where
 * something is empty, and without what is as usual. Pure.
 */
final class CommandComparison {
    /** Lists whose order says nothing. Options and choices are shown in theirs. */
    private static final Set<String> UNORDERED = Set.of("contexts", "integration_types", "channel_types");

    private CommandComparison() {}

    static boolean areSame(Collection<? extends CommandData> some, Collection<? extends CommandData> others) {
        return some.size() == others.size() && normal(some).equals(normal(others));
    }

    private static Map<String, Object> normal(Collection<? extends CommandData> commands) {
        Map<String, Object> byName = new TreeMap<>();
        for (CommandData command : commands) {
            DataObject sent = DataObject.fromJson(command.toData().toString());
            byName.put(command.getType() + " " + command.getName(), map(sent.toMap()));
        }
        return byName;
    }

    private static Map<String, Object> map(Map<?, ?> values) {
        Map<String, Object> normal = new TreeMap<>();
        values.forEach((key, value) -> {
            Object told = value(value);
            if (told != null) {
                String name = String.valueOf(key);
                normal.put(name, UNORDERED.contains(name) && told instanceof List<?> list ? sorted(list) : told);
            }
        });
        return normal;
    }

    /** @return null for what says no more than leaving it out */
    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> map.isEmpty() ? null : map(map);
            case Collection<?> list -> list.isEmpty() ? null : list(list);
            case Boolean is -> is ? true : null;
            case Number number -> number.doubleValue();
            case Object other -> other;
        };
    }

    private static List<Object> list(Collection<?> values) {
        List<Object> normal = new ArrayList<>();
        for (Object each : values) {
            Object told = value(each);
            normal.add(told == null ? "" : told);
        }
        return normal;
    }

    private static List<?> sorted(List<?> values) {
        return values.stream().sorted(Comparator.comparing(String::valueOf)).toList();
    }
}
