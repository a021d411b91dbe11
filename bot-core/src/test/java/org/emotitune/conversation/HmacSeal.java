package org.emotitune.conversation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A seal under a key that everybody can read here. For one thread. */
final class HmacSeal implements Seal {
    private final Mac mac;

    HmacSeal(String key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    @Override
    public byte[] seal(byte[] message) {
        return Arrays.copyOf(mac.doFinal(message), LENGTH);
    }

    @Override
    public boolean isSealed(byte[] message, byte[] seal) {
        return MessageDigest.isEqual(seal(message), seal);
    }

    /** What these bits are as an action, whatever they are. */
    String action(byte[] bits) {
        byte[] sealed = Arrays.copyOf(bits, bits.length + LENGTH);
        System.arraycopy(seal(bits), 0, sealed, bits.length, LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }
}
