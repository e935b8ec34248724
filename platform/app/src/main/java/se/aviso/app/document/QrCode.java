package se.aviso.app.document;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import se.aviso.pagewriter.Picture;

/**
 * A text as squares that a camera reads, with the quiet zone that readers need (ISO/IEC 18004, four modules).
 *
 * @param text short: a payment, an address
 */
public record QrCode(String text) {
    private static final int QUIET = 4;
    private static final int DARK = 1;

    /** The squares as the page writer takes them. */
    Picture.Squares squares() {
        var matrix = matrix();
        var size = matrix.getWidth() + 2 * QUIET;
        var stride = (size + 7) / 8;
        var rows = new byte[stride * size];
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == DARK) {
                    rows[(y + QUIET) * stride + (x + QUIET) / 8] |= (byte) (0x80 >> ((x + QUIET) % 8));
                }
            }
        }
        return new Picture.Squares(size, rows);
    }

    /** The squares as one path of SVG; its view box begins at 0 and is {@link #size()} wide and high. */
    public String path() {
        var matrix = matrix();
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == DARK) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    /** Squares in a row, the quiet zone among them. */
    public int size() {
        return matrix().getWidth() + 2 * QUIET;
    }

    private ByteMatrix matrix() {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("a code cannot hold so much", tooLong);
        }
    }
}
