package se.aviso.app.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.app.dispatch.ChargeRows;
import se.aviso.app.dispatch.SampleMail;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentData.Kind;
import se.aviso.app.document.DocumentData.Line;
import se.aviso.app.document.Seller;
import se.aviso.dunning.ChargeBasis;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.VatRate;

/**
 * A document of each kind that nobody was sent, to see how real ones look: with an invented number, and what it is
 * about invented too.
 *
 * @param lines the rows where they are told; else one that is invented
 */
record SamplePaper(
        DocumentData.Form form, Seller seller, DocumentData.Recipient recipient, LocalDate today, List<Line> lines) {
    private static final long NUMBER_OF_IT = 10_001;
    private static final String NUMBER = Long.toString(NUMBER_OF_IT);
    private static final OcrReference OCR = OcrReference.ofSerial(NUMBER_OF_IT);
    private static final int DAYS_TO_PAY = 30;
    private static final int LATE = 5;
    private static final int LONG_AGO = DAYS_TO_PAY + LATE;
    private static final Money FEE = Money.kronor(60);
    private static final Money DUES = Money.kronor(350);

    /** The document, in the product's own words. */
    DocumentData data() {
        var due = today.plusDays(DAYS_TO_PAY);
        return new DocumentData(
                form,
                seller,
                recipient,
                new DocumentData.Facts(NUMBER, today, Optional.of(due).filter(any -> asks()), period(), ""),
                rows(),
                DocumentData.Sums.NONE,
                payment(due),
                original(),
                DocumentData.Wording.NONE);
    }

    /** What the message says that carries it. */
    SampleMail.Facts facts(GiroNumber giro) {
        var due = original().map(DocumentData.Original::dueOn).orElse(today.plusDays(DAYS_TO_PAY));
        return new SampleMail.Facts(NUMBER_OF_IT, OCR, giro, today, due, DUES, FEE);
    }

    private List<Line> rows() {
        var rows = new ArrayList<>(lines);
        if (rows.isEmpty()) {
            rows.add(isBooked() ? new DocumentData.Booked(today, NUMBER, "").line(dues(), "", DUES) : dues(DUES));
        }
        if (form.kind() == Kind.REMINDER2) {
            var basis = new ChargeBasis(
                    Optional.of(new ChargeBasis.Fee(FEE, today.minusYears(1).withDayOfYear(1))), Optional.empty());
            rows.addAll(new ChargeRows(FEE, Money.ore(0), Optional.of(basis), isEnglish()).rows());
        }
        return rows;
    }

    private Line dues(Money amount) {
        return Line.of(dues(), seller.name(), form.kind() == Kind.CREDIT_NOTE ? -1 : 1, amount, VatRate.EXEMPT);
    }

    private String dues() {
        return (isEnglish() ? "Membership fee " : "Medlemsavgift ") + today.getYear();
    }

    private boolean isBooked() {
        return form.kind() == Kind.STATEMENT;
    }

    private boolean isEnglish() {
        return form.language() == DocumentData.Language.EN;
    }

    private Optional<DayRange> period() {
        return isBooked() ? Optional.of(new DayRange(today.withDayOfYear(1), today)) : Optional.empty();
    }

    private boolean asks() {
        return switch (form.kind()) {
            case FIRST, RENEWAL, OFFER, ONE_OFF, REMINDER1, REMINDER2, CORRECTION -> true;
            case RENEWAL_COVERED, CREDIT_NOTE, OFFER_WITHDRAWN, RECEIPT, STATEMENT -> false;
        };
    }

    private Optional<DocumentData.Payment> payment(LocalDate due) {
        var accounts = seller.accounts();
        var paid = accounts.bankgiro().isPresent()
                || accounts.plusgiro().isPresent()
                || accounts.iban().isPresent();
        return Optional.of(new DocumentData.Payment(OCR, due)).filter(any -> asks() && paid);
    }

    private Optional<DocumentData.Original> original() {
        return switch (form.kind()) {
            case REMINDER1, REMINDER2, CORRECTION, CREDIT_NOTE ->
                Optional.of(new DocumentData.Original(NUMBER, today.minusDays(LONG_AGO), today.minusDays(LATE), DUES));
            default -> Optional.empty();
        };
    }
}
