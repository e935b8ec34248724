package se.aviso.bank.camt;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

/**
 * Tells the host which payments belong together: those that follow each other on one account, to the same giro number,
 * on the same day, in the same currency.
 *
 * <p>An entry may mix giro numbers, and a section has one; so a section is no entry, and its totals are what was
 * counted. That the bank's own totals agree is proven before, entry by entry and statement by statement.
 */
final class Sections {
    /** A host keeps all sections of a file in mind. */
    private static final int MOST = 100_000;

    /** More than all accounts of Sweden together receive in a day, and it fits in a number. */
    static final long LARGEST = 1_000_000_000_000_000_000L;

    private final BankFileSink sink;
    private Optional<Group> open = Optional.empty();
    private long paid;
    private long deducted;
    private long records;
    private long gross;
    private int sections;

    Sections(BankFileSink sink) {
        this.sink = sink;
    }

    /**
     * What the payments of a section share.
     *
     * @param account how the statement calls its account; a part of the bank's key
     * @param giros the numbers that were paid to, most specific first
     */
    record Group(String account, List<GiroNumber> giros, LocalDate day, Currency currency) {
        Group {
            giros = List.copyOf(giros);
        }
    }

    void payment(Group group, BankPayment payment) throws Refusal {
        enter(group, payment);
        paid += payment.amount().minorUnits();
        sink.payment(payment);
    }

    void deduction(Group group, BankPayment deduction) throws Refusal {
        enter(group, deduction);
        deducted += deduction.amount().minorUnits();
        sink.deduction(deduction);
    }

    private void enter(Group group, BankPayment payment) throws Refusal {
        if (open.filter(group::equals).isEmpty()) {
            close(payment.place());
            open(group, payment.place());
        }
        records++;
        gross += payment.amount().minorUnits();
        if (gross > LARGEST) {
            throw new Refusal(
                    "LARGE_SUM",
                    "the file's payments exceed any sum",
                    payment.place().byteOffset());
        }
    }

    private void open(Group group, Place place) throws Refusal {
        if (++sections > MOST) {
            throw new Refusal(
                    "MANY_SECTIONS", "account or day change more than " + MOST + " times", place.byteOffset());
        }
        sink.sectionOpened(new SectionStart(group.giros(), group.currency(), place));
        open = Optional.of(group);
    }

    /** Ends the section that is open, if there is one. */
    void close(Place place) {
        open.ifPresent(group -> sink.sectionClosed(new SectionTotals(
                group.day(), group.account(), new Money(paid - deducted, group.currency()), records, place)));
        open = Optional.empty();
        paid = 0;
        deducted = 0;
        records = 0;
    }
}
