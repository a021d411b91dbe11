package org.emotitune.web;

import org.emotitune.lookup.ServiceUnavailableException;

/** Answers that a service should not give. */
final class Strange {
    private Strange() {}

    /** @param status neither good nor one that the service uses to say something */
    static ServiceUnavailableException status(String service, int status) {
        return new ServiceUnavailableException("%s refused what it was asked (%d).".formatted(service, status), null);
    }

    static ServiceUnavailableException form(String service) {
        return new ServiceUnavailableException(
                "%s answered in another form than EmotiTune knows.".formatted(service), null);
    }
}
