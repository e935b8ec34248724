package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.invoice.CreditNote;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.VatRate;
import se.aviso.member.PeriodState;

/**
 * A credit note, or what one would come to, in the form of the REST API; amounts are what is taken back.
 *
 * @param id empty of a preview, as are number, day and reason
 * @param kept what became the payer's credit balance by it
 * @param whole true when nothing of the invoice was left after it
 * @param openAfter what is still to pay of the invoice; of a preview only
 */
public record CreditNoteBody(
        Optional<UUID> id,
        Optional<String> number,
        UUID invoiceId,
        Optional<LocalDate> issuedOn,
        Optional<String> reason,
        String total,
        String vatAmount,
        String kept,
        String currency,
        boolean whole,
        Optional<String> openAfter,
        List<Line> lines,
        List<Period> periods) {
    public CreditNoteBody {
        lines = List.copyOf(lines);
        periods = List.copyOf(periods);
    }

    /** So much of a line of the invoice, by its place from 1. */
    public record Line(
            int line, String text, int quantity, String unit, String amount, VatRate vat, String vatAmount) {}

    /** A membership period that changes by it; of a preview only. */
    public record Period(
            UUID id,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay,
            PeriodState before,
            PeriodState after) {}

    static CreditNoteBody of(CreditPreview preview) {
        var draft = preview.draft();
        return new CreditNoteBody(
                Optional.empty(),
                Optional.empty(),
                draft.invoice().id().value(),
                Optional.empty(),
                Optional.empty(),
                draft.total().toDecimal(),
                draft.vatAmount().toDecimal(),
                preview.kept().toDecimal(),
                draft.total().currency().getCurrencyCode(),
                draft.whole(),
                Optional.of(preview.after().open().toDecimal()),
                draft.lines().stream().map(CreditNoteBody::line).toList(),
                preview.periods().stream().map(CreditNoteBody::period).toList());
    }

    static CreditNoteBody of(CreditNoteStore.Issued note) {
        return new CreditNoteBody(
                Optional.of(note.id()),
                Optional.of(Long.toString(note.number())),
                note.invoice(),
                Optional.of(note.issuedOn()),
                Optional.of(note.reason()),
                note.total().toDecimal(),
                note.vatAmount().toDecimal(),
                note.kept().toDecimal(),
                note.total().currency().getCurrencyCode(),
                note.whole(),
                Optional.empty(),
                note.lines().stream().map(CreditNoteBody::line).toList(),
                List.of());
    }

    private static Line line(CreditNote.Line of) {
        var line = of.line();
        return new Line(
                of.of(),
                line.what().text(),
                line.quantity(),
                line.unit().toDecimal(),
                of.amount().toDecimal(),
                line.terms().vat(),
                of.vatAmount().toDecimal());
    }

    private static Period period(CreditPreview.OfPeriod of) {
        return new Period(
                of.id(), of.days().map(DayRange::firstDay), of.days().map(DayRange::lastDay), of.before(), of.after());
    }
}
