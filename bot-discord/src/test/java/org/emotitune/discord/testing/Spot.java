package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One place in a payload. Its checks note what Discord would say against what stands there; except for
 * {@link #required} they say nothing where nothing stands.
 */
record Spot(JsonNode value, List<String> path, Findings findings) {
    private static final int LONGEST_LINK = 2048;

    static Spot root(JsonNode payload) {
        return new Spot(payload, List.of(), new Findings());
    }

    Spot at(String name) {
        return new Spot(value.path(name), with(name), findings);
    }

    private List<String> with(String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    /** What stands in the list; nothing where it is none. */
    List<Spot> items() {
        return value.isArray()
                ? IntStream.range(0, value.size())
                        .mapToObj(i -> new Spot(value.path(i), with(Integer.toString(i)), findings))
                        .toList()
                : List.of();
    }

    boolean isThere() {
        return !value.isMissingNode() && !value.isNull();
    }

    boolean isBlank() {
        return text().isEmpty();
    }

    /** Without white space around it. */
    String text() {
        return isThere() ? value.asText().strip() : "";
    }

    void refuse(String code, String message) {
        findings.add(path, code, message);
    }

    Optional<Rules.Problem> problem() {
        return findings.problem();
    }

    Spot required() {
        if (!isThere() || (value.isTextual() && isBlank())) {
            refuse("BASE_TYPE_REQUIRED", "This field is required");
        }
        return this;
    }

    void atMost(int most) {
        if (length(text()) > most) {
            refuse("BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.".formatted(most));
        }
    }

    /** Without a complaint where nothing stands: that is for {@link #required}. */
    void between(int least, int most) {
        int length = value.isArray() ? value.size() : length(text());
        if (isThere() && (value.isArray() || length > 0) && (length < least || length > most)) {
            refuse("BASE_TYPE_BAD_LENGTH", "Must be between %d and %d in length.".formatted(least, most));
        }
    }

    /** @return what stands in the list, too many or not */
    List<Spot> itemsUpTo(int most) {
        if (isThere() && !value.isArray()) {
            refuse("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        }
        if (value.size() > most && value.isArray()) {
            refuse("BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.".formatted(most));
        }
        return items();
    }

    void whole(long least, long most) {
        if (!isThere()) {
            return;
        }
        if (!value.isIntegralNumber()) {
            refuse("NUMBER_TYPE_COERCE", "Value \"%s\" is not int.".formatted(value.asText()));
        } else if (value.asLong() > most || !value.canConvertToLong()) {
            refuse("NUMBER_TYPE_MAX", "int value should be less than or equal to %d.".formatted(most));
        } else if (value.asLong() < least) {
            refuse("NUMBER_TYPE_MIN", "int value should be greater than or equal to %d.".formatted(least));
        }
    }

    /** Numbers in strings will do, as JDA sends some. */
    void oneOf(int... allowed) {
        boolean fits = Arrays.stream(allowed).mapToObj(Integer::toString).anyMatch(text()::equals);
        if (isThere() && !fits) {
            String all = Arrays.stream(allowed).mapToObj(Integer::toString).collect(Collectors.joining(", "));
            refuse("BASE_TYPE_CHOICES", "Value must be one of {%s}.".formatted(all));
        }
    }

    void link(String... schemes) {
        if (!isThere()) {
            return;
        }
        atMost(LONGEST_LINK);
        try {
            URI address = new URI(text());
            if (!Stream.of(schemes).anyMatch(scheme -> scheme.equalsIgnoreCase(address.getScheme()))) {
                String all = Stream.of(schemes).collect(Collectors.joining("', '", "('", "')"));
                refuse(
                        "URL_TYPE_INVALID_SCHEME",
                        "Scheme \"%s\" must be one of %s.".formatted(address.getScheme(), all));
            } else if (address.getRawAuthority() == null) {
                refuse("URL_TYPE_INVALID_URL", "Not a well formed URL.");
            }
        } catch (URISyntaxException e) {
            refuse("URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
