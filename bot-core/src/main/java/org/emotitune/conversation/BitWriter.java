package org.emotitune.conversation;

import java.util.Arrays;

/** Writes numbers one after the other, each in as many bits as it needs, the highest bit first. */
final class BitWriter {
    private byte[] bytes = new byte[48];
    private int length;

    /** @throws IllegalArgumentException if the value needs more bits */
    void write(long value, int width) {
        if (value >>> width != 0) {
            throw new IllegalArgumentException("%d does not fit into %d bits".formatted(value, width));
        }
        for (int i = width - 1; i >= 0; i--) {
            writeBit((value >>> i & 1) == 1);
        }
    }

    void writeBit(boolean bit) {
        if (length == bytes.length * Byte.SIZE) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        if (bit) {
            bytes[length / Byte.SIZE] |= (byte) (0x80 >>> length % Byte.SIZE);
        }
        length++;
    }

    /** A number that is mostly small, in groups of seven bits, the lowest first; a negative one takes ten groups. */
    void writeId(long id) {
        long rest = id;
        while (rest >>> 7 != 0) {
            writeBit(true);
            write(rest & 0x7f, 7);
            rest >>>= 7;
        }
        writeBit(false);
        write(rest, 7);
    }

    /** All that was written; the last byte is filled up with zeros. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, (length + Byte.SIZE - 1) / Byte.SIZE);
    }
}
