package se.aviso.banktext;

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
 * Tells the host which payments belong together where the bank's own parts do not: those that follow each other, to the
 * same numbers, on the same day, in the same currency.
 *
 * <p>The totals of such a section are what was counted; whatever the bank declares is compared by the format.
 */
public final class Sections {
    /** A host keeps all sections of a file in mind. */
    private static final int MOST = 100_000;

    private final BankFileSink sink;
    private final Problems problems;
    private Optional<Group> open = Optional.empty();
    private long net;
    private long gross;
    private long records;
    private int sections;

    /** None is open yet. */
    public Sections(BankFileSink sink, Problems problems) {
        this.sink = sink;
        this.problems = problems;
    }

    /**
     * What the payments of a section share.
     *
     * @param giros the numbers that were paid to, most specific first
     * @param account how the file calls the account; a part of the bank's key
     */
    public record Group(List<GiroNumber> giros, String account, LocalDate day, Currency currency) {
        public Group {
            giros = List.copyOf(giros);
        }
    }

    /** Hands a payment or deduction over, in the section where it belongs; a file past every limit is stopped. */
    public void add(Group group, BankPayment payment, boolean deduction) {
        if (open.filter(group::equals).isEmpty()) {
            close(payment.place());
            open(group, payment.place());
        }
        gross += payment.amount().minorUnits();
        if (gross > SectionSum.LARGEST) {
            problems.stop("LARGE_SUM", "the file's payments exceed any sum", payment.place());
        }
        if (problems.stopped()) {
            return;
        }
        records++;
        if (deduction) {
            net -= payment.amount().minorUnits();
            sink.deduction(payment);
        } else {
            net += payment.amount().minorUnits();
            sink.payment(payment);
        }
    }

    private void open(Group group, Place place) {
        sections++;
        if (sections > MOST) {
            problems.stop("MANY_SECTIONS", "account or day change more than " + MOST + " times", place);
            return;
        }
        sink.sectionOpened(new SectionStart(group.giros(), group.currency(), place));
        open = Optional.of(group);
    }

    /** Ends the section that is open, if there is one. */
    public void close(Place place) {
        open.ifPresent(group -> sink.sectionClosed(
                new SectionTotals(group.day(), group.account(), new Money(net, group.currency()), records, place)));
        open = Optional.empty();
        net = 0;
        records = 0;
    }
}
