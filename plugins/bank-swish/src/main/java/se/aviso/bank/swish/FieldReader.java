package se.aviso.bank.swish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.aviso.banktext.Days;
import se.aviso.banktext.Giros;
import se.aviso.banktext.Problems;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.SwishNumber;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.Place;

/** Reads the fields that all reports have, and reports those that make no sense. */
final class FieldReader {
    private static final Pattern AMOUNT = Pattern.compile("([-\u2212+]?)([0-9]{1,12})(?:[.,]([0-9]{2}))?");

    private final Problems problems;
    private final Place place;

    FieldReader(Problems problems, Place place) {
        this.problems = problems;
        this.place = place;
    }

    /** The amount in öre, with its sign; blanks may part the thousands. */
    OptionalLong amount(String text) {
        var matcher = AMOUNT.matcher(text.replaceAll("[ \u00a0\u202f]", ""));
        if (!matcher.matches()) {
            problems.fatal("BAD_AMOUNT", "the amount is none in kronor and öre", place);
            return OptionalLong.empty();
        }
        var cents = matcher.group(3) == null ? "00" : matcher.group(3);
        var ore = Long.parseLong(matcher.group(2) + cents);
        return OptionalLong.of(matcher.group(1).isEmpty() || matcher.group(1).equals("+") ? ore : -ore);
    }

    /** The first of the days that is told at all. */
    Optional<LocalDate> day(String booked, String paid) {
        var day = Days.of((booked.isEmpty() ? paid : booked).replace("-", ""));
        if (day.isEmpty()) {
            problems.fatal("BAD_DATE", "the booking day is no day between 1980 and 2100", place);
        }
        return day;
    }

    /** The receiving Swish number, then the account where it is told by its IBAN; nothing without the number. */
    List<GiroNumber> paidTo(String number, String account) {
        try {
            var swish = GiroNumber.of(SwishNumber.parse(number));
            return Stream.concat(Stream.of(swish), Giros.iban(account).stream()).toList();
        } catch (IllegalArgumentException notOne) {
            problems.fatal("BAD_SWISH", "the receiving number is no Swish number of an organisation", place);
            return List.of();
        }
    }

    /** Who paid, by name and by mobile number; of that the digits alone, as account statements have it. */
    static Payer payer(String mobile, String name) {
        return new Payer(name, new Payer.Address("", "", "", ""), mobile.replaceAll("[^0-9]", ""), "");
    }

    /** A name for what the bank has not named: alike for alike fields, and without a payer in clear. */
    static String nameOf(String... fields) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", fields).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
