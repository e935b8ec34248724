package se.aviso.payment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.SwishNumber;

/**
 * A Swish payment that is filled in beforehand: the payer's app shows payee, amount and message, and lets none of them
 * be changed. The message is the OCR number, by which the bank's file later finds the invoice.
 */
public record SwishPayment(SwishNumber payee, Money amount, String message) {
    private static final String NOTHING_MAY_BE_CHANGED = "0";

    public SwishPayment {
        if (!takes(amount)) {
            throw new IllegalArgumentException("Swish takes kronor, and more than none");
        }
    }

    /** The payment of an amount, where the payee has a number and the amount can be swished. */
    public static Optional<SwishPayment> of(Optional<SwishNumber> payee, Money amount, String message) {
        return payee.filter(number -> takes(amount)).map(number -> new SwishPayment(number, amount, message));
    }

    private static boolean takes(Money amount) {
        return amount.isPositive() && amount.currency().getCurrencyCode().equals("SEK");
    }

    /**
     * What the app's camera reads off a QR code: {@code C<number>;<amount>;<message>;<lock mask>}, the amount with a
     * decimal comma (the pre-filled code of Swish's own QR generator).
     */
    public String code() {
        var kronor = amount.toDecimal().replace('.', ',');
        return String.join(";", "C" + payee.digits(), kronor, encoded(message), NOTHING_MAY_BE_CHANGED);
    }

    /** The address that opens the app on the telephone on which it is tapped, with the amount with a decimal point. */
    public String link() {
        return "https://app.swish.nu/1/p/sw/?sw=" + payee.digits() + "&amt=" + amount.toDecimal() + "&cur=SEK&msg="
                + encoded(message) + "&src=qr";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
