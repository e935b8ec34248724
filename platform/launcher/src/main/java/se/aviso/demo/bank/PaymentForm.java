package se.aviso.demo.bank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody has written in the form of the demo's bank, and whether it can be paid. */
record PaymentForm(Map<String, String> fields) {
    private static final Pattern BANKGIRO = Pattern.compile("\\d{3,4}-?\\d{4}");
    private static final Pattern OCR = Pattern.compile("\\d{2,25}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(,\\d{1,2})?");

    PaymentForm {
        fields = Map.copyOf(fields);
    }

    /** Reads the body of a POST. */
    static PaymentForm of(String body) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : body.split("&", 20)) {
            var at = pair.indexOf('=');
            if (at > 0) {
                fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return new PaymentForm(fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
    }

    /** What is wrong with it, in a sentence for the page. */
    Optional<String> fault() {
        if (!BANKGIRO.matcher(text("bankgiro")).matches()) {
            return Optional.of("Bankgirot har sju eller åtta siffror, som 991-9879.");
        }
        if (!OCR.matcher(text("ocr")).matches()) {
            return Optional.of("OCR-numret har bara siffror, högst 25.");
        }
        if (!AMOUNT.matcher(plainAmount()).matches() || ore() == 0) {
            return Optional.of("Beloppet skrivs som 420 eller 420,00.");
        }
        return day().isEmpty() ? Optional.of("Betaldagen skrivs som 2028-03-21.") : Optional.empty();
    }

    /** The digits of the receiver's bankgiro. */
    String bankgiro() {
        return text("bankgiro").replace("-", "");
    }

    /** The payment itself. */
    OutgoingPayment payment() {
        var name = text("name");
        return OutgoingPayment.checked(name.substring(0, Math.min(name.length(), 70)), text("ocr"), ore());
    }

    /** The day on which the money comes. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text("day")));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private long ore() {
        return new BigDecimal(plainAmount().replace(',', '.'))
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    private String plainAmount() {
        return text("amount").replaceAll("[\\s\\u00a0.]|kr", "");
    }

    /** A field; empty where it is absent. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
