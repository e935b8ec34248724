package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.kernel.VatRate;

/** What is told of an invoice beside its state: events, rates, names. */
@Named
@RequestScoped
public class InvoiceWords {
    private static final int POINTS_A_PERCENT = 100;

    @Inject
    Texts texts;

    @Inject
    Show show;

    @Inject
    InvoiceLook look;

    /** What happened. */
    public String what(InvoiceEvent event) {
        var detail = event.detail();
        return texts.with(
                "invoice.event." + event.kind(),
                detail.amount().map(amount -> show.amount(amount)).orElse(""),
                detail.channel().map(look::channel).orElse(""));
    }

    /** On which day, at which hour where the clock agrees on the day, and where it came from. */
    public String when(InvoiceEvent event) {
        var source = event.detail().source();
        var when = show.day(event.day(), event.notedAt());
        if (source.isEmpty()) {
            return when;
        }
        return switch (event.kind()) {
            case PART_CREDITED, CREDITED -> texts.with("invoice.because", when, source);
            default -> texts.with("invoice.fromFile", when, source);
        };
    }

    /** The icon of an event. */
    public String icon(InvoiceEvent event) {
        return switch (event.kind()) {
            case ISSUED, OFFERED -> "invoice";
            case QUEUED, FELL_DUE -> "clock";
            case SENT -> "send";
            case FAILED, BOUNCED -> "alert";
            case UNKNOWN -> "help";
            case REMINDED -> "letter";
            case PART_PAID -> "half";
            case PAID, TAKEN -> "okc";
            case CREDIT_USED, ROUNDED -> "half";
            case UNDONE,
                    WITHDRAWN,
                    REMINDER_RECALLED,
                    PART_CREDITED,
                    CREDITED,
                    OFFER_WITHDRAWN,
                    CREDIT_GIVEN_BACK,
                    ROUNDING_UNDONE -> "undo";
            case LAPSED -> "off";
        };
    }

    /** The tone of an event. */
    public String tone(InvoiceEvent event) {
        return switch (event.kind()) {
            case SENT, PAID, TAKEN -> "ok";
            case FAILED, BOUNCED -> "bad";
            case FELL_DUE, UNKNOWN, REMINDED, UNDONE, CREDIT_GIVEN_BACK, ROUNDING_UNDONE -> "warn";
            case ISSUED,
                    OFFERED,
                    QUEUED,
                    WITHDRAWN,
                    REMINDER_RECALLED,
                    PART_PAID,
                    LAPSED,
                    PART_CREDITED,
                    CREDITED,
                    OFFER_WITHDRAWN,
                    CREDIT_USED,
                    ROUNDED -> "";
        };
    }

    /** A rate: {@code 25 %}, or that the line is exempt. */
    public String vat(VatRate rate) {
        return rate == VatRate.EXEMPT
                ? texts.get("invoice.exempt")
                : texts.with("invoice.percent", rate.basisPoints() / POINTS_A_PERCENT);
    }
}
