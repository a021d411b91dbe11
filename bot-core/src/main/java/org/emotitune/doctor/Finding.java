package org.emotitune.doctor;

/**
 * What a check has found, for the operator. Holds no key, and nothing that people wrote.
 *
 * @param subject what it is about, in a word or two
 * @param sentence without a full stop
 * @param fix what to do about it, without a full stop; empty where there is nothing to do, never where something failed
 */
public record Finding(Level level, String subject, String sentence, String fix) {
    /** How bad it is. */
    public enum Level {
        OK,
        /** It works, but not as it should, or not for long. */
        WARNING,
        FAILED
    }

    public Finding {
        if (subject.isBlank() || sentence.isBlank()) {
            throw new IllegalArgumentException("a finding says what is found, and about what: " + subject);
        }
        if (level == Level.FAILED && fix.isBlank()) {
            throw new IllegalArgumentException("a failure without its fix: " + sentence);
        }
    }

    public static Finding ok(String subject, String sentence) {
        return new Finding(Level.OK, subject, sentence, "");
    }

    public static Finding warning(String subject, String sentence, String fix) {
        return new Finding(Level.WARNING, subject, sentence, fix);
    }

    public static Finding failed(String subject, String sentence, String fix) {
        return new Finding(Level.FAILED, subject, sentence, fix);
    }
}
