package org.emotitune.telegram.testing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in a tag after its name. */
final class HtmlAttributes {
    private static final Pattern ONE =
            Pattern.compile("([^\\s=]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([a-zA-Z0-9.\\-]+)))?");

    private HtmlAttributes() {}

    static Map<String, String> of(String tag) {
        Map<String, String> attributes = new HashMap<>();
        Matcher one = ONE.matcher(tag);
        while (one.find()) {
            String value = first(one.group(2), one.group(3), one.group(4));
            attributes.put(one.group(1).toLowerCase(Locale.ROOT), decoded(value));
        }
        return attributes;
    }

    private static String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static String decoded(String value) {
        StringBuilder decoded = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            if (value.charAt(at) == '&') {
                HtmlCharacter character = HtmlCharacter.at(value, at);
                decoded.append(character.text());
                at = character.end();
            } else {
                decoded.append(value.charAt(at++));
            }
        }
        return decoded.toString();
    }
}
