package se.aviso.app.group;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import se.aviso.kernel.RuleViolation;

/**
 * A group's logo: always a PNG that we have painted ourselves, so that nothing but the picture of what was uploaded
 * reaches a document.
 */
final class Logo {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_PIXELS = 2_000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final byte[] png;

    private Logo(byte[] png) {
        this.png = png;
    }

    /** Paints a PNG or JPEG anew, or refuses it. */
    static Logo of(InputStream upload) throws IOException {
        var bytes = upload.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw bad();
        }
        try {
            return new Logo(painted(decoded(bytes)));
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw bad();
        }
    }

    /** The bytes of the picture. */
    byte[] png() {
        return png.clone();
    }

    /** What names the logo: equal pictures are kept once. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The size is asked before a pixel is unpacked. */
    private static BufferedImage decoded(byte[] bytes) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw bad();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                requireSmall(reader);
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void requireSmall(ImageReader reader) throws IOException {
        var known = FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT));
        if (!known || reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
            throw bad();
        }
    }

    private static byte[] painted(BufferedImage image) throws IOException {
        // a picture that hides nothing behind it needs no second layer in every document
        var kind = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var canvas = new BufferedImage(image.getWidth(), image.getHeight(), kind);
        var brush = canvas.createGraphics();
        brush.drawImage(image, 0, 0, null);
        brush.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(canvas, "png", png);
        return png.toByteArray();
    }

    private static RuleViolation bad() {
        return RuleViolation.of("bad-logo", Map.of());
    }
}
