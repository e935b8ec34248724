package se.aviso.testkit.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;
import se.aviso.testkit.TestContext;

/** A sink that remembers every event as a value, so that two readings can be compared; refuses an endless stream. */
public final class EventLog implements BankFileSink {
    private final List<FileEvent> events = new ArrayList<>();
    private final long limit;

    /** A log that fails the test when more events come than a file of so many bytes can hold. */
    public EventLog(long bytes) {
        this.limit = 1_000 + 2 * bytes;
    }

    /** What the format reads from the bytes. */
    public static EventLog of(BankFormat format, byte[] bytes) {
        return of(format, new BytesFile("test.txt", bytes));
    }

    /** What the format reads from the file. */
    public static EventLog of(BankFormat format, BankFile file) {
        var log = new EventLog(file.size());
        try {
            format.read(file, log, TestContext.plain());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return log;
    }

    /** Everything, in order. */
    public List<FileEvent> events() {
        return List.copyOf(events);
    }

    /** Everything but the problems, in order. */
    public List<FileEvent> content() {
        return events.stream()
                .filter(event -> !(event instanceof FileEvent.ProblemFound))
                .toList();
    }

    /** The payments of all sections. */
    public List<BankPayment> payments() {
        return every(FileEvent.Paid.class, FileEvent.Paid::payment).toList();
    }

    /** The deductions of all sections. */
    public List<BankPayment> deductions() {
        return every(FileEvent.Deducted.class, FileEvent.Deducted::deduction).toList();
    }

    /** All problems, notes too. */
    public List<Problem> problems() {
        return every(FileEvent.ProblemFound.class, FileEvent.ProblemFound::problem)
                .toList();
    }

    /** The codes of the problems for which nothing of the file is booked. */
    public List<String> fatalCodes() {
        return codes(Problem.Severity.FATAL);
    }

    /** The codes of the problems that hinder nothing. */
    public List<String> noteCodes() {
        return codes(Problem.Severity.NOTE);
    }

    /** The sections, the last of them perhaps without totals. */
    public List<ReadSection> sections() {
        return Sections.of(events);
    }

    /** True when the format said that the file is whole. */
    public boolean isClosed() {
        return events.contains(new FileEvent.FileClosed());
    }

    /** True when a host would book the file: it is whole and nothing is fatal. */
    public boolean isAccepted() {
        return isClosed() && fatalCodes().isEmpty();
    }

    private List<String> codes(Problem.Severity severity) {
        return problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(Problem::code)
                .toList();
    }

    private <E, T> Stream<T> every(Class<E> kind, Function<E, T> part) {
        return events.stream().filter(kind::isInstance).map(kind::cast).map(part);
    }

    private void add(FileEvent event) {
        if (events.size() >= limit) {
            throw new AssertionError("more than " + limit + " events: the reading does not end");
        }
        events.add(event);
    }

    @Override
    public void fileOpened(FileStart start) {
        add(new FileEvent.FileOpened(start));
    }

    @Override
    public void sectionOpened(SectionStart start) {
        add(new FileEvent.SectionOpened(start));
    }

    @Override
    public void payment(BankPayment payment) {
        add(new FileEvent.Paid(payment));
    }

    @Override
    public void deduction(BankPayment deduction) {
        add(new FileEvent.Deducted(deduction));
    }

    @Override
    public void sectionClosed(SectionTotals totals) {
        add(new FileEvent.SectionClosed(totals));
    }

    @Override
    public void fileClosed() {
        add(new FileEvent.FileClosed());
    }

    @Override
    public void problem(Problem problem) {
        add(new FileEvent.ProblemFound(problem));
    }
}
