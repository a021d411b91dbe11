package org.emotitune.person;

import java.util.UUID;

/** A chat, group thread or channel, as the database knows it: a keyed hash like {@link PersonKey}. */
public record PlaceKey(UUID value) {}
