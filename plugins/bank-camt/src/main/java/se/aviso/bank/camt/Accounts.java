package se.aviso.bank.camt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.spi.bank.Place;

/** Account elements as numbers to pay to; a bankgiro number is known by its scheme {@code BGNR}. */
final class Accounts {
    private static final String BANKGIRO = "BGNR";

    private final Report report;
    private String lastText = "";
    private Optional<GiroNumber> lastNumber = Optional.empty();

    Accounts(Report report) {
        this.report = report;
    }

    /** What the account itself is paid under: its bankgiro number where that is what is reported, else its IBAN. */
    Optional<GiroNumber> own(Element statement, Place place) throws Refusal {
        for (var account : statement.all("Acct").toList()) {
            var bankgiro = bankgiro(account, place);
            if (bankgiro.isPresent()) {
                return bankgiro;
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
                bankgiro(element, place).ifPresent(giros::add);
            }
        }
        account.own().ifPresent(giros::add);
        return List.copyOf(giros);
    }

    private Optional<GiroNumber> bankgiro(Element account, Place place) throws Refusal {
        for (var other : account.all("Id/Othr").toList()) {
            if (isBankgiro(other)) {
                var number = number(other.text("Id").orElse(""));
                if (number.isEmpty()) {
                    report.fatal("BAD_BANKGIRO", "a receiving bankgiro number (BGNR) is not valid", place);
                }
                return number;
            }
        }
        return Optional.empty();
    }

    static boolean isBankgiro(Element other) {
        return other.text("SchmeNm/Prtry", "SchmeNm/Cd")
                .filter(BANKGIRO::equals)
                .isPresent();
    }

    /** Payments that follow each other mostly came to the same number: it is read once. */
    private Optional<GiroNumber> number(String text) {
        if (!text.equals(lastText)) {
            lastText = text;
            lastNumber = read(text);
        }
        return lastNumber;
    }

    private static Optional<GiroNumber> read(String text) {
        try {
            return Optional.of(GiroNumber.of(BankgiroNumber.parse(text)));
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
