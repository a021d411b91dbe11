package org.emotitune.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads variables one by one; what is wrong with them is gathered and told together. Not thread-safe. */
final class Variables {
    private final Map<String, String> environment;
    private final Set<String> problems = new TreeSet<>();

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    /** @throws InvalidSettingsException telling all problems, if there are any */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(List.copyOf(problems));
        }
    }

    /** @return the value without white space around it; where NAME_FILE is set, that file's content; else empty */
    String text(String name) {
        String value = environment.getOrDefault(name, "").strip();
        String file = environment.getOrDefault(name + "_FILE", "").strip();
        if (!value.isEmpty() || file.isEmpty()) {
            return value;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            problem("%s_FILE cannot be read: %s".formatted(name, file));
            return "";
        }
    }

    /** @return null where it is not set */
    @Nullable
    String textOrNull(String name) {
        String value = text(name);
        return value.isEmpty() ? null : value;
    }

    /** @param otherwise null where none has to be set */
    @Nullable
    Path path(String name, @Nullable Path otherwise) {
        String value = text(name);
        try {
            return value.isEmpty() ? otherwise : Path.of(value).toAbsolutePath();
        } catch (InvalidPathException e) {
            problem("%s cannot be a path here: %s".formatted(name, e.getReason()));
            return otherwise;
        }
    }

    /** @return the index of the word among those allowed, in any case; 0 where it is not set */
    int choice(String name, String... words) {
        String value = text(name).toLowerCase(Locale.ROOT);
        int index = value.isEmpty() ? 0 : Arrays.asList(words).indexOf(value);
        if (index < 0) {
            String allowed = Arrays.stream(words).map("'%s'"::formatted).collect(Collectors.joining(" or "));
            problem("%s is %s, not '%s'".formatted(name, allowed, value));
            return 0;
        }
        return index;
    }

    int number(String name, int otherwise, int least, int most) {
        String value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as for a number that is out of bounds
        }
        problem("%s is a whole number from %d to %d, not '%s'".formatted(name, least, most, value));
        return otherwise;
    }

    /** @param off what 'off' stands for */
    long countOrOff(String name, long otherwise, long off) {
        String value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.equalsIgnoreCase("off")) {
            return off;
        }
        try {
            long count = Long.parseLong(value);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below, as for a number that is out of bounds
        }
        problem("%s is a whole number from 1, or 'off', not '%s'".formatted(name, value));
        return otherwise;
    }

    /** @return null where it is not set or 'off' */
    @Nullable
    Double moneyOrOff(String name) {
        return text(name).equalsIgnoreCase("off") ? null : money(name);
    }

    /** @return null where it is not set */
    @Nullable
    Double money(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            return null;
        }
        try {
            double amount = Double.parseDouble(value);
            if (amount >= 0 && amount < Double.POSITIVE_INFINITY) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // told below, as for an amount that is out of bounds
        }
        problem("%s is an amount of money such as 0.15, not '%s'".formatted(name, value));
        return null;
    }

    URI address(String name, String otherwise) {
        URI address = addressOrOff(name, otherwise);
        if (address == null) {
            problem(name + " cannot be off");
            return URI.create(otherwise);
        }
        return address;
    }

    /** @return null where it is 'off' */
    @Nullable
    URI addressOrOff(String name, String otherwise) {
        String value = text(name);
        if (value.equalsIgnoreCase("off")) {
            return null;
        }
        try {
            URI address = URI.create(value.isEmpty() ? otherwise : value.replaceAll("/+$", ""));
            if (List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // told below, as for an address of another kind
        }
        problem("%s is an address such as %s, not '%s'".formatted(name, otherwise, value));
        return URI.create(otherwise);
    }

    /** @return what stands between commas or white space */
    Set<String> list(String name) {
        return Arrays.stream(text(name).split("[,\\s]+"))
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
