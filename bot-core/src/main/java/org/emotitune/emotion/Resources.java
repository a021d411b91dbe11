package org.emotitune.emotion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Text files that come with the program, beside the class that reads them. */
public final class Resources {
    private Resources() {}

    /** @throws BrokenResourceException if there is no such file */
    public static BufferedReader reader(Class<?> beside, String file) {
        InputStream stream = beside.getResourceAsStream(file);
        if (stream == null) {
            throw new BrokenResourceException(file + " is missing from the program");
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /**
     * A line that says something.
     *
     * @param number line number in the file, from 1
     * @param text the line without comment and surrounding space, never empty
     */
    public record Line(int number, String text) {}

    /** @return the lines of the file that are neither empty nor a comment ({@code #} at the beginning) */
    public static List<Line> lines(Class<?> beside, String file) {
        return lines(file, reader(beside, file));
    }

    /**
     * The same of a file that somebody has opened; it is closed here.
     *
     * @param file name of the file, for errors
     */
    public static List<Line> lines(String file, BufferedReader opened) {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = opened) {
            int number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank() && !text.startsWith("#")) {
                    lines.add(new Line(number, text.strip()));
                }
            }
        } catch (IOException e) {
            throw new BrokenResourceException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        return lines;
    }

    /**
     * Reads the lines of a file that somebody has opened, one by one.
     *
     * @param file name of the file, for errors
     * @param reader throws IllegalArgumentException at a line that it cannot read
     * @return how many lines there were
     * @throws BrokenResourceException naming file and line where the reader did
     */
    public static int eachLine(String file, BufferedReader opened, Consumer<String> reader) {
        List<Line> lines = lines(file, opened);
        for (Line line : lines) {
            try {
                reader.accept(line.text());
            } catch (IllegalArgumentException e) {
                throw new BrokenResourceException("%s, line %d: %s".formatted(file, line.number(), e.getMessage()), e);
            }
        }
        return lines.size();
    }
}
