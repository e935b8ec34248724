package se.aviso.bank.totalin;

import java.util.Locale;
import java.util.Optional;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;
import se.aviso.spi.bank.Payer;

/**
 * Who paid: the sender (50 to 52), who ordered the payment, else the holder of the account (60 to 63).
 *
 * <p>The holder is often the sender's bank. Where the two bear different names, account and organisation number are the
 * bank's, and left out: they would make one payer of all its customers.
 */
final class Payers {
    private final Problems problems;
    private final Party sender = new Party();
    private final Party holder = new Party();
    private String account = "";
    private String organisationNumber = "";

    Payers(Problems problems) {
        this.problems = problems;
    }

    void add(FixedRecord record) {
        switch (record.type()) {
            case "50" -> sender.name = joined(record);
            case "51" -> sender.street = joined(record);
            case "52" -> sender.town(record);
            case "61" -> holder.name = joined(record);
            case "62" -> holder.street = joined(record);
            case "63" -> holder.town(record);
            default -> {
                account = record.significant(3, 38).orElse("");
                organisationNumber = organisationNumber(record);
            }
        }
    }

    private static String joined(FixedRecord record) {
        return (record.trimmed(3, 37) + " " + record.trimmed(38, 72)).strip();
    }

    private String organisationNumber(FixedRecord record) {
        var digits = record.trimmed(40, 59).replace("-", "");
        if (digits.matches("0*")) {
            return "";
        }
        if (digits.matches("(00)?[0-9]{10}|[0-9]{12}")) {
            return digits.substring(digits.length() - 10);
        }
        problems.note("BAD_ORGANISATION_NUMBER", "the payer's organisation number is left out", record.place());
        return "";
    }

    /** The payer; nobody when the file says nothing of one. */
    Optional<Payer> toPayer() {
        var named = sender.isEmpty() ? holder : sender;
        var own = sender.name.isEmpty() || holder.name.isEmpty() || isSame(sender.name, holder.name);
        var payer = new Payer(
                named.name,
                new Payer.Address(named.street, named.postalCode, named.city, named.country),
                own ? account : "",
                own ? organisationNumber : "");
        return Optional.of(payer).filter(it -> !it.equals(new Payer("", new Payer.Address("", "", "", ""), "", "")));
    }

    /** True when one name begins with the other: a department pays from its company's account. */
    private static boolean isSame(String one, String other) {
        var first = one.toUpperCase(Locale.ROOT);
        var second = other.toUpperCase(Locale.ROOT);
        return first.startsWith(second) || second.startsWith(first);
    }

    /** A name with its address, as the records tell it piece by piece. */
    private static final class Party {
        private String name = "";
        private String street = "";
        private String postalCode = "";
        private String city = "";
        private String country = "";

        private void town(FixedRecord record) {
            var code = record.trimmed(3, 11);
            postalCode = code.matches("[0-9]{3} [0-9]{2}") ? code.replace(" ", "") : code;
            city = record.trimmed(12, 46);
            country = record.trimmed(47, 48);
        }

        private boolean isEmpty() {
            return name.isEmpty() && street.isEmpty() && postalCode.isEmpty() && city.isEmpty() && country.isEmpty();
        }
    }
}
