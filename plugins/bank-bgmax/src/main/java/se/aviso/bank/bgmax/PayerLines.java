package se.aviso.bank.bgmax;

import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;
import se.aviso.spi.bank.Payer;

/** The payer as the name, address and number records (26 to 29) tell piece by piece; any of them may be missing. */
final class PayerLines {
    private static final Pattern GAPPED = Pattern.compile("[0-9]{3} [0-9]{2}");
    private static final Pattern ZEROS = Pattern.compile("0*");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9]{10}|[0-9]{12}");

    private final Problems problems;
    private final String account;
    private String name = "";
    private String street = "";
    private String postalCode = "";
    private String city = "";
    private String country = "";
    private String organisationNumber = "";

    PayerLines(FixedRecord payment, Problems problems) {
        this.problems = problems;
        this.account = payment.significant(3, 12).orElse("");
    }

    void add(FixedRecord record) {
        switch (record.type()) {
            case "26" -> name = (record.trimmed(3, 37) + " " + record.trimmed(38, 72)).strip();
            case "27" -> {
                street = record.trimmed(3, 37);
                postalCode = withoutGap(record.trimmed(38, 46));
            }
            case "28" -> {
                city = record.trimmed(3, 37);
                country = record.trimmed(73, 74).isEmpty() ? record.trimmed(38, 72) : record.trimmed(73, 74);
            }
            default -> organisationNumber = organisationNumber(record);
        }
    }

    private static String withoutGap(String postalCode) {
        return GAPPED.matcher(postalCode).matches() ? postalCode.replace(" ", "") : postalCode;
    }

    private String organisationNumber(FixedRecord record) {
        var digits = record.trimmed(3, 14);
        if (ZEROS.matcher(digits).matches()) {
            return "";
        }
        if (ORGANISATION.matcher(digits).matches()) {
            return digits.substring(digits.length() - 10);
        }
        problems.note("BAD_ORGANISATION_NUMBER", "the payer's organisation number is left out", record.place());
        return "";
    }

    /** The payer; nobody when the file says nothing of one. */
    Optional<Payer> toPayer() {
        var address = new Payer.Address(street, postalCode, city, country);
        var said = name + street + postalCode + city + country + account + organisationNumber;
        return Optional.of(new Payer(name, address, account, organisationNumber))
                .filter(payer -> !said.isEmpty());
    }
}
