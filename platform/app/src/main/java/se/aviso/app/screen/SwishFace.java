package se.aviso.app.screen;

import se.aviso.app.document.QrCode;
import se.aviso.payment.SwishPayment;

/**
 * A Swish payment on a page: a code for the telephone beside the screen, a link for the telephone that shows it.
 *
 * @param path of the code's squares, in a view box of that size
 */
public record SwishFace(String payee, String link, int size, String path) {
    private static final char NO_BREAK = '\u00a0';

    /** The payment as a page shows it. */
    public static SwishFace of(SwishPayment payment) {
        var code = new QrCode(payment.code());
        return new SwishFace(
                payment.payee().toString().replace(' ', NO_BREAK), payment.link(), code.size(), code.path());
    }
}
