package se.aviso.bank.camt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.spi.bank.Place;

/** Account elements as numbers to pay to; of which giro a number is tells its scheme, as the bank names it. */
final class Accounts {
    private final Profiles profiles;
    private final Report report;
    private GiroNumber.Kind lastKind = GiroNumber.Kind.BANKGIRO;
    private String lastText = "";
    private Optional<GiroNumber> lastNumber = Optional.empty();

    Accounts(Profiles profiles, Report report) {
        this.profiles = profiles;
        this.report = report;
    }

    /** What the files of the statement's bank do. */
    Profile profile(Element statement) {
        return profiles.of(statement);
    }

    /** What the account itself is paid under: its giro number where that is what is reported, else its IBAN. */
    Optional<GiroNumber> own(Element statement, Profile profile, Place place) throws Refusal {
        for (var account : statement.all("Acct").toList()) {
            var giro = giro(account, profile, place);
            if (giro.isPresent()) {
                return giro;
            }
        }
        return statement.text("Acct/Id/IBAN").flatMap(Accounts::iban);
    }

    /**
     * The numbers that a detail's money came to, most specific first.
     *
     * <p>Of money taken back, banks disagree who is called debtor: both are asked, and the host knows its own.
     */
    List<GiroNumber> receiving(Element detail, Account account, boolean takenBack, Place place) throws Refusal {
        var giros = new LinkedHashSet<GiroNumber>();
        for (var path : takenBack ? List.of("CdtrAcct", "DbtrAcct") : List.of("CdtrAcct")) {
            for (var element : detail.all("RltdPties/" + path).toList()) {
                giro(element, account.profile(), place).ifPresent(giros::add);
            }
        }
        account.own().ifPresent(giros::add);
        return List.copyOf(giros);
    }

    private Optional<GiroNumber> giro(Element account, Profile profile, Place place) throws Refusal {
        for (var other : account.all("Id/Othr").toList()) {
            var kind = profile.giro(other);
            if (kind.isPresent()) {
                var number = number(kind.get(), other.text("Id").orElse(""));
                if (number.isEmpty()) {
                    refuse(kind.get(), place);
                }
                return number;
            }
        }
        return Optional.empty();
    }

    /** The account's IBAN must not take the place of a number that cannot be read: it may be of another seller. */
    private void refuse(GiroNumber.Kind kind, Place place) throws Refusal {
        if (kind == GiroNumber.Kind.PLUSGIRO) {
            report.fatal("BAD_ACCOUNT", "a receiving plusgiro number is not valid", place);
        } else {
            report.fatal("BAD_BANKGIRO", "a receiving bankgiro number is not valid", place);
        }
    }

    /** Payments that follow each other mostly came to the same number: it is read once. */
    private Optional<GiroNumber> number(GiroNumber.Kind kind, String text) {
        if (kind != lastKind || !text.equals(lastText)) {
            lastKind = kind;
            lastText = text;
            lastNumber = read(kind, text);
        }
        return lastNumber;
    }

    private static Optional<GiroNumber> read(GiroNumber.Kind kind, String text) {
        try {
            return Optional.of(
                    kind == GiroNumber.Kind.PLUSGIRO
                            ? GiroNumber.of(PlusgiroNumber.parse(text))
                            : GiroNumber.of(BankgiroNumber.parse(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<GiroNumber> iban(String text) {
        try {
            return Optional.of(GiroNumber.of(Iban.parse(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
