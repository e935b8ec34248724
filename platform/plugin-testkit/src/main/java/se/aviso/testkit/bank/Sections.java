package se.aviso.testkit.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

/** Gathers the events between the start and the totals of each section. */
final class Sections {
    private final List<ReadSection> done = new ArrayList<>();
    private final List<BankPayment> payments = new ArrayList<>();
    private final List<BankPayment> deductions = new ArrayList<>();
    private Optional<SectionStart> open = Optional.empty();

    private Sections() {}

    static List<ReadSection> of(List<FileEvent> events) {
        var sections = new Sections();
        events.forEach(sections::take);
        sections.finish(Optional.empty());
        return List.copyOf(sections.done);
    }

    private void take(FileEvent event) {
        if (event instanceof FileEvent.SectionOpened opened) {
            finish(Optional.empty());
            open = Optional.of(opened.start());
        } else if (event instanceof FileEvent.Paid paid) {
            payments.add(paid.payment());
        } else if (event instanceof FileEvent.Deducted deducted) {
            deductions.add(deducted.deduction());
        } else if (event instanceof FileEvent.SectionClosed closed) {
            finish(Optional.of(closed.totals()));
        }
    }

    private void finish(Optional<SectionTotals> totals) {
        open.ifPresent(start -> done.add(new ReadSection(start, payments, deductions, totals)));
        open = Optional.empty();
        payments.clear();
        deductions.clear();
    }
}
