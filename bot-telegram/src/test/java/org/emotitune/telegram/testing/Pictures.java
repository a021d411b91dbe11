package org.emotitune.telegram.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Looks at photos as Telegram does. */
final class Pictures {
    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int MOST_PIXELS_AROUND = 10_000;
    private static final int MOST_RATIO = 20;

    /** In pixels. */
    record Size(int width, int height) {}

    private Pictures() {}

    static Size checked(Upload file) {
        if (file.size() > LARGEST) {
            throw Refusal.bad("file is too big");
        }
        BufferedImage image = read(file);
        if (image == null) {
            throw Refusal.bad("IMAGE_PROCESS_FAILED");
        }
        Size size = new Size(image.getWidth(), image.getHeight());
        int longer = Math.max(size.width(), size.height());
        int shorter = Math.min(size.width(), size.height());
        if (longer + shorter > MOST_PIXELS_AROUND || longer > MOST_RATIO * shorter) {
            throw Refusal.bad("PHOTO_INVALID_DIMENSIONS");
        }
        return size;
    }

    private static @Nullable BufferedImage read(Upload file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file.content()));
        } catch (IOException e) {
            return null;
        }
    }
}
