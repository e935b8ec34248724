package se.aviso.app.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

/** The first pass over a file that is nobody's yet: it is proven as any other, and its sections are noted. */
final class SurveySink implements BankFileSink {
    private final ProvingSink proving;
    private final List<SurveyBankFile.Part> parts = new ArrayList<>();
    private Optional<SectionStart> open = Optional.empty();

    SurveySink(ProvingSink proving) {
        this.proving = proving;
    }

    Proof proof() {
        return proving.proof();
    }

    List<SurveyBankFile.Part> parts() {
        return List.copyOf(parts);
    }

    @Override
    public void fileOpened(FileStart start) {
        proving.fileOpened(start);
    }

    @Override
    public void sectionOpened(SectionStart start) {
        open = Optional.of(start);
        proving.sectionOpened(start);
    }

    @Override
    public void payment(BankPayment payment) {
        proving.payment(payment);
    }

    @Override
    public void deduction(BankPayment deduction) {
        proving.deduction(deduction);
    }

    @Override
    public void sectionClosed(SectionTotals totals) {
        proving.sectionClosed(totals);
        open.ifPresent(start -> parts.add(
                new SurveyBankFile.Part(start.accounts(), totals.records(), totals.net(), totals.bookedOn())));
        open = Optional.empty();
    }

    @Override
    public void fileClosed() {
        proving.fileClosed();
    }

    @Override
    public void problem(Problem problem) {
        proving.problem(problem);
    }
}
