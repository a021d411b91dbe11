package org.emotitune.conversation;

/**
 * Something that a person can tap.
 *
 * @param label what stands on it, in the person's language, without markup
 * @param action what to hand back as {@link IncomingMessage.Tapped}: opaque, 1 to {@link #LONGEST_ACTION} ASCII characters
 */
public record Button(String label, String action) {
    public static final int LONGEST_ACTION = 64;

    public Button {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a button needs a label");
        }
        if (action.isEmpty()
                || action.length() > LONGEST_ACTION
                || !action.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new IllegalArgumentException("no action of 1 to %d characters".formatted(LONGEST_ACTION));
        }
    }
}
