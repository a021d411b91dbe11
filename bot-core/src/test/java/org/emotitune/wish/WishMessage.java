package org.emotitune.wish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.emotitune.emotion.Resources;
import org.emotitune.recommend.Wishes;

/**
 * A message of a test set.
 *
 * @param wishes as {@link #describe} writes them
 * @param left words that must be left over, "-" for nothing at all; in the blind set whether a feeling is: "yes" or "no"
 */
record WishMessage(String language, String text, String wishes, String left) {

    private static final Set<String> FEELING_LEFT = Set.of("yes", "no");

    static List<WishMessage> load(String file) {
        return Resources.lines(file, Resources.reader(WishMessage.class, file)).stream()
                .map(line -> line.text().split("\t"))
                .map(columns -> new WishMessage(
                        columns[0],
                        columns[1],
                        columns.length > 2 ? columns[2] : "-",
                        columns.length > 3 ? columns[3] : "yes"))
                .toList();
    }

    List<String> parts() {
        return wishes.equals("-") ? List.of() : Arrays.asList(wishes.split(";"));
    }

    boolean isRightlyLeft(String rest) {
        if (FEELING_LEFT.contains(left)) {
            return left.equals("no") || !rest.isBlank();
        }
        return left.equals("-")
                ? rest.isEmpty()
                : Arrays.stream(left.split(" ")).allMatch(rest::contains);
    }

    /** "lang=es;era=1980-1989;count=3;nosad;not=Shakira;not=Queen"; empty for no wish. */
    static String describe(Wishes wishes) {
        return String.join(";", parts(wishes));
    }

    static List<String> parts(Wishes wishes) {
        List<String> parts = new ArrayList<>();
        if (wishes.language() != null) {
            parts.add("lang=" + wishes.language());
        }
        if (wishes.era() != null) {
            parts.add("era=%d-%d".formatted(wishes.era().from(), wishes.era().to()));
        }
        if (wishes.count() != null) {
            parts.add("count=" + wishes.count());
        }
        if (wishes.nothingSad()) {
            parts.add("nosad");
        }
        wishes.without().forEach(artist -> parts.add("not=" + artist.name()));
        return parts;
    }
}
