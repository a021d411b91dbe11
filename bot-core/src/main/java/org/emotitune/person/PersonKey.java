package org.emotitune.person;

import java.util.UUID;

/**
 * A person, as the database knows them: a keyed hash of platform and user id, which nobody can turn back without the
 * key.
 */
public record PersonKey(UUID value) {}
