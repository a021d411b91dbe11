package org.emotitune.conversation;

/** Reads what {@link BitWriter} has written; throws IllegalArgumentException where there is no more. */
final class BitReader {
    private final byte[] bytes;
    private int position;

    BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long read(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 1 | (readBit() ? 1 : 0);
        }
        return value;
    }

    boolean readBit() {
        if (position == bytes.length * Byte.SIZE) {
            throw new IllegalArgumentException("it ends after %d bytes".formatted(bytes.length));
        }
        boolean bit = (bytes[position / Byte.SIZE] & 0x80 >>> position % Byte.SIZE) != 0;
        position++;
        return bit;
    }

    long readId() {
        long id = 0;
        int shift = 0;
        boolean more;
        do {
            more = readBit();
            id |= read(7) << shift;
            shift += 7;
        } while (more && shift < Long.SIZE);
        return id;
    }
}
