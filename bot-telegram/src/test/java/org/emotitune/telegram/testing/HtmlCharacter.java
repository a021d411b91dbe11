package org.emotitune.telegram.testing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A character written as an entity, or the "&amp;" of none: Telegram knows four names and numbers and shows the rest as
 * it stands.
 *
 * @param end where reading goes on
 */
record HtmlCharacter(String text, int end) {
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,10})|(lt|gt|amp|quot));?");

    /** @param at where an "&amp;" stands */
    static HtmlCharacter at(String html, int at) {
        Matcher entity = ENTITY.matcher(html).region(at, html.length());
        if (!entity.lookingAt()) {
            return new HtmlCharacter("&", at + 1);
        }
        String name = entity.group(3);
        if (name != null) {
            return new HtmlCharacter(String.valueOf(NAMED.get(name)), entity.end());
        }
        long code = entity.group(1) != null
                ? Long.parseLong(entity.group(1), 16)
                : Long.parseLong(String.valueOf(entity.group(2)));
        return code > 0 && code <= Character.MAX_CODE_POINT
                ? new HtmlCharacter(Character.toString((int) code), entity.end())
                : new HtmlCharacter("&", at + 1);
    }
}
