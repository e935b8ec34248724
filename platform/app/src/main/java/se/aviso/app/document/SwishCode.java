package se.aviso.app.document;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import se.aviso.kernel.Money;
import se.aviso.kernel.SwishNumber;
import se.aviso.pagewriter.Picture;

/**
 * What a payer's Swish app reads off the page: payee, amount and message, with all three locked.
 *
 * @param payload {@code C<number>;<amount>;<message>;<lock mask>}, the form of a pre-filled payment
 */
record SwishCode(String payload) {
    private static final int NOTHING_MAY_BE_CHANGED = 0;
    private static final int QUIET = 4;

    static SwishCode of(SwishNumber payee, Money amount, String message) {
        var encoded = URLEncoder.encode(message, StandardCharsets.UTF_8).replace("+", "%20");
        return new SwishCode(
                "C" + payee.digits() + ";" + Amounts.plain(amount) + ";" + encoded + ";" + NOTHING_MAY_BE_CHANGED);
    }

    /** The code as squares, with the quiet zone that readers need. */
    Picture.Squares squares() {
        try {
            var matrix = Encoder.encode(payload, ErrorCorrectionLevel.M).getMatrix();
            var size = matrix.getWidth() + 2 * QUIET;
            var stride = (size + 7) / 8;
            var rows = new byte[stride * size];
            for (var y = 0; y < matrix.getHeight(); y++) {
                for (var x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y) == 1) {
                        rows[(y + QUIET) * stride + (x + QUIET) / 8] |= (byte) (0x80 >> ((x + QUIET) % 8));
                    }
                }
            }
            return new Picture.Squares(size, rows);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("a Swish code cannot hold so much", tooLong);
        }
    }
}
