package org.emotitune.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns ids of people and places into keyed hashes, and recognises what this bot has sent. All hashes are HMAC-SHA256
 * (RFC 2104) over the purpose and the parts, each with its length in front, so that no two inputs make the same bytes.
 * Thread-safe.
 */
public final class Keyring {
    /** Length of a seal: short enough for a button, too long to guess over the network. */
    public static final int SEAL_BYTES = 8;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Keyring(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The keyring of a home, with the key in its file {@code secret.key}, which is made if there is none. Programs that
     * start together get the same key.
     *
     * @throws UnusableKeyException if the key can be neither read nor made
     */
    public static Keyring open(Path home) {
        return new Keyring(new KeyFile(home).readOrMake());
    }

    /** @param user id of the person on that platform */
    public PersonKey person(String platform, String user) {
        return new PersonKey(uuid(hash("person", utf8(platform), utf8(user))));
    }

    /** @param place id of the chat, or of the thread within it, on that platform */
    public PlaceKey place(String platform, String place) {
        return new PlaceKey(uuid(hash("place", utf8(platform), utf8(place))));
    }

    /** @return {@value #SEAL_BYTES} bytes that only this key makes of the message */
    public byte[] seal(byte[] message) {
        return Arrays.copyOf(hash("seal", message), SEAL_BYTES);
    }

    /** Takes the same time for every wrong seal of the right length, so that none can be found byte by byte. */
    public boolean isSealed(byte[] message, byte[] seal) {
        return MessageDigest.isEqual(seal(message), seal);
    }

    private byte[] hash(String purpose, byte[]... parts) {
        Mac mac = mac();
        update(mac, utf8(purpose));
        for (byte[] part : parts) {
            update(mac, part);
        }
        return mac.doFinal();
    }

    private static void update(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        mac.update(part);
    }

    /** A new one each time: it cannot be shared among threads, and costs about a microsecond. */
    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static UUID uuid(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
