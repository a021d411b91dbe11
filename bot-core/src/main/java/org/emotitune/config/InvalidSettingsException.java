package org.emotitune.config;

import java.util.List;

/** The environment says something that cannot be; the operator has to change it. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param problems a sentence each, at least one */
    public InvalidSettingsException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
