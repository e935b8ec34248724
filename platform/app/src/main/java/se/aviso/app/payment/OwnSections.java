package se.aviso.app.payment;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.aviso.kernel.GiroNumber;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

/**
 * Hands on a tenant's own sections of a file that serves several, as if there were no others: neither their records nor
 * how much room they take can be told from what comes out.
 */
final class OwnSections implements BankFileSink {
    private final BankFileSink inner;
    private final Predicate<List<GiroNumber>> own;
    private Optional<Place> foreign = Optional.empty();
    private long records;
    private long bytes;

    OwnSections(BankFileSink inner, Predicate<List<GiroNumber>> own) {
        this.inner = inner;
        this.own = own;
    }

    @Override
    public void fileOpened(FileStart start) {
        inner.fileOpened(start);
    }

    @Override
    public void sectionOpened(SectionStart start) {
        foreign.ifPresent(from -> leaveOut(from, start.place()));
        if (own.test(start.accounts())) {
            foreign = Optional.empty();
            inner.sectionOpened(new SectionStart(start.accounts(), start.currency(), closer(start.place())));
        } else {
            foreign = Optional.of(start.place());
        }
    }

    @Override
    public void payment(BankPayment payment) {
        if (foreign.isEmpty()) {
            inner.payment(closer(payment));
        }
    }

    @Override
    public void deduction(BankPayment deduction) {
        if (foreign.isEmpty()) {
            inner.deduction(closer(deduction));
        }
    }

    @Override
    public void sectionClosed(SectionTotals totals) {
        if (foreign.isEmpty()) {
            inner.sectionClosed(new SectionTotals(
                    totals.bookedOn(), totals.bankReference(), totals.net(), totals.records(), closer(totals.place())));
        }
    }

    @Override
    public void fileClosed() {
        inner.fileClosed();
    }

    /** The file as a whole was proven before it was divided: what is wrong beside the own sections is not theirs. */
    @Override
    public void problem(Problem problem) {
        if (foreign.isEmpty()) {
            inner.problem(new Problem(problem.severity(), problem.code(), problem.text(), closer(problem.place())));
        }
    }

    private void leaveOut(Place from, Place to) {
        records += to.record() - from.record();
        bytes += to.byteOffset() - from.byteOffset();
    }

    private BankPayment closer(BankPayment payment) {
        return new BankPayment(
                payment.key(),
                payment.amount(),
                payment.references(),
                payment.messages(),
                payment.payer(),
                closer(payment.place()));
    }

    private Place closer(Place place) {
        return new Place(place.record() - records, place.byteOffset() - bytes);
    }
}
