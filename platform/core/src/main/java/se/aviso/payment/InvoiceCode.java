package se.aviso.payment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.OrganisationNumber;

/**
 * An invoice's facts as the JSON that apps of Swedish banks read off a QR code (UsingQR): {@code uqr} version,
 * {@code tp} 1 for an invoice, {@code nme} payee, {@code cid} its organisation number, {@code iref} the reference to
 * pay with, {@code idt} and {@code ddt} the invoice's and the due day, {@code due} the amount, {@code vat} the tax in
 * it, {@code pt} BG, PG or IBAN, {@code acc} the number.
 *
 * <p>UsingQR's own document was not at hand. The fields and the three kinds of account are those that programs of
 * others write; these differ on hyphens in numbers: here numbers are written as they are printed, as people compare
 * them, and days without. So it is off until somebody turns it on, after a test with the banks' apps.
 */
public record InvoiceCode(Payee payee, OcrReference ocr, Days days, Sum sum) {
    /** What a code holds that is still read off paper as small as ours. */
    private static final int MOST_BYTES = 251;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LAST_CONTROL = 0x1f;

    /**
     * Who is paid.
     *
     * @param organisation left out where the payee has no number
     */
    public record Payee(String name, Optional<OrganisationNumber> organisation, GiroNumber account) {
        /** @throws IllegalArgumentException of a Swish number, which is no account */
        public Payee {
            if (account.kind() == GiroNumber.Kind.SWISH) {
                throw new IllegalArgumentException("a Swish number is no account");
            }
        }
    }

    /** The document's day, and the last one to pay on. */
    public record Days(LocalDate issuedOn, LocalDate payBy) {}

    /** What is to be paid, and the tax in it. */
    public record Sum(Money amount, Money vat) {}

    /** @throws IllegalArgumentException when nothing is asked for, or another currency */
    public InvoiceCode {
        if (!takes(sum)) {
            throw new IllegalArgumentException("the code asks for kronor, and more than none");
        }
    }

    /** The code, where there is one: it asks for kronor, and more than none. */
    public static Optional<InvoiceCode> of(Payee payee, OcrReference ocr, Days days, Sum sum) {
        return Optional.of(sum).filter(InvoiceCode::takes).map(takes -> new InvoiceCode(payee, ocr, days, takes));
    }

    private static boolean takes(Sum sum) {
        return sum.amount().isPositive()
                && sum.amount().currency().getCurrencyCode().equals("SEK");
    }

    /** What stands in the code; a name that is too long for it is cut. */
    public String text() {
        var name = payee.name();
        while (!name.isEmpty() && text(name).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return text(name);
    }

    private String text(String name) {
        return "{\"uqr\":1,\"tp\":1,\"nme\":\"" + escaped(name) + "\""
                + payee.organisation()
                        .map(number -> ",\"cid\":\"" + number + "\"")
                        .orElse("")
                + ",\"iref\":\"" + ocr.digits() + "\",\"idt\":\"" + DAY.format(days.issuedOn()) + "\",\"ddt\":\""
                + DAY.format(days.payBy()) + "\",\"due\":" + sum.amount().toDecimal() + ",\"vat\":"
                + sum.vat().toDecimal()
                + ",\"pt\":\"" + kind() + "\",\"acc\":\"" + number() + "\"}";
    }

    private String kind() {
        return switch (payee.account().kind()) {
            case BANKGIRO -> "BG";
            case PLUSGIRO -> "PG";
            case IBAN, SWISH -> "IBAN";
        };
    }

    /** An IBAN has no blanks between machines. */
    private String number() {
        var account = payee.account();
        return account.kind() == GiroNumber.Kind.IBAN ? account.digits() : account.toString();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                escaped.append('\\');
            }
            escaped.append(letter <= LAST_CONTROL ? ' ' : letter);
        }
        return escaped.toString();
    }
}
