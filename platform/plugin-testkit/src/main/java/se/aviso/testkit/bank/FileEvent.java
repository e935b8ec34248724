package se.aviso.testkit.bank;

import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

/** One call that a format made to its sink, as a value. */
public sealed interface FileEvent {
    /** The file introduced itself. */
    record FileOpened(FileStart start) implements FileEvent {}

    /** A section began. */
    record SectionOpened(SectionStart start) implements FileEvent {}

    /** Money came in. */
    record Paid(BankPayment payment) implements FileEvent {}

    /** The bank took money off the section. */
    record Deducted(BankPayment deduction) implements FileEvent {}

    /** A section ended with its totals. */
    record SectionClosed(SectionTotals totals) implements FileEvent {}

    /** The file ended, whole. */
    record FileClosed() implements FileEvent {}

    /** Something was wrong, or worth knowing. */
    record ProblemFound(Problem problem) implements FileEvent {}
}
