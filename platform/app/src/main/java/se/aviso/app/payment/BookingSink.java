package se.aviso.app.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

/**
 * The second pass, of a rehearsal or a booking: hands payments on in chunks, with what the first pass knows of their
 * section.
 */
final class BookingSink implements BankFileSink {
    private static final int CHUNK = 1000;

    private final List<Section> sections;
    private final Consumer<Chunk> book;
    private final List<SectionedPayment> chunk = new ArrayList<>();
    private int chunks;
    private int current = -1;

    BookingSink(List<Section> sections, Consumer<Chunk> book) {
        this.sections = sections;
        this.book = book;
    }

    @Override
    public void fileOpened(FileStart start) {
        // proven in the first pass
    }

    @Override
    public void sectionOpened(SectionStart start) {
        current++;
    }

    @Override
    public void payment(BankPayment payment) {
        take(payment, false);
    }

    @Override
    public void deduction(BankPayment deduction) {
        take(deduction, true);
    }

    @Override
    public void sectionClosed(SectionTotals totals) {
        // proven in the first pass
    }

    @Override
    public void fileClosed() {
        handOn();
    }

    @Override
    public void problem(Problem problem) {
        // noted in the first pass
    }

    private void take(BankPayment payment, boolean deduction) {
        var section = sections.get(current);
        if (section.receiver().isPresent()) {
            chunk.add(new SectionedPayment(section, payment, deduction));
        }
        if (chunk.size() == CHUNK) {
            handOn();
        }
    }

    private void handOn() {
        if (!chunk.isEmpty()) {
            book.accept(new Chunk(chunks, chunk));
            chunks++;
            chunk.clear();
        }
    }
}
