package org.emotitune.conversation;

import org.emotitune.person.Keyring;

/** Tells what this bot has made from what others have. Thread-safe. */
interface Seal {
    /** Bytes of a seal: guessing one takes 2⁶³ taps on average. */
    int LENGTH = Keyring.SEAL_BYTES;

    /** @return {@link #LENGTH} bytes that nobody can make without the key, always the same for the same message */
    byte[] seal(byte[] message);

    /** @param seal {@link #LENGTH} bytes */
    boolean isSealed(byte[] message, byte[] seal);
}
