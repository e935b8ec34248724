package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import se.aviso.app.screen.ChannelIcon;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;

/** How the state of an invoice, and of what was sent of it, is shown: a word, an icon, a tone. */
@Named
@RequestScoped
public class InvoiceLook {
    @Inject
    Texts texts;

    /** A mark on a screen. */
    public record Mark(String tone, String icon, String text) {}

    /** Where an invoice stands on a day. */
    public Mark state(InvoiceRow row, LocalDate today) {
        if (row.offer().isPresent()) {
            return offer(row.offer().get());
        }
        if (row.document() == InvoiceRow.Document.CREDITED) {
            return new Mark("", "undo", texts.of(InvoiceRow.Document.CREDITED));
        }
        if (row.document() == InvoiceRow.Document.WRITTEN_OFF) {
            return new Mark("", "off", texts.of(InvoiceRow.Document.WRITTEN_OFF));
        }
        if (row.isOverdue(today)) {
            return overdue(row, today);
        }
        return row.settlement().map(this::settlement).orElseGet(() -> kind(row.kind()));
    }

    /** How far a claim is paid, whether it is late or not. */
    public Mark settlement(Settlement.Status status) {
        var text = texts.of(status);
        return switch (status) {
            case OPEN -> new Mark("info", "clock", text);
            case PARTLY_PAID -> new Mark("warn", "half", text);
            case SETTLED -> new Mark("ok", "okc", text);
            case OVERPAID -> new Mark("warn", "split", text);
        };
    }

    /** How far a delivery has come; on its way and delivered without trouble, its channel says enough. */
    public Mark delivery(Channel channel, InvoiceDetail.DeliveryState state) {
        var icon = ChannelIcon.of(channel);
        return switch (state) {
            case SENT, DELIVERED -> new Mark("ok", icon, texts.of(state));
            case QUEUED, PREPARING, HANDED_OVER -> new Mark("", "clock", texts.of(state));
            case WITHDRAWN -> new Mark("", "undo", texts.of(state));
            case FAILED, BOUNCED -> new Mark("bad", "alert", texts.of(state));
            case UNKNOWN -> new Mark("warn", "help", texts.of(state));
        };
    }

    /** The word for a channel. */
    public String channel(Channel channel) {
        return texts.get("invoice.channel." + channel);
    }

    /** How many days late a claim is. */
    public long daysLate(InvoiceRow row, LocalDate today) {
        return ChronoUnit.DAYS.between(row.dueOn(), today);
    }

    private Mark overdue(InvoiceRow row, LocalDate today) {
        var partly =
                row.settlement().filter(Settlement.Status.PARTLY_PAID::equals).isPresent();
        var text =
                partly ? texts.get("invoice.overduePartly") : texts.with("invoice.overdueDays", daysLate(row, today));
        return new Mark("bad", "alert", text);
    }

    private Mark offer(InvoiceRow.OfferState state) {
        var text = texts.of(state);
        return switch (state) {
            case OPEN -> new Mark("info", "open", text);
            case TAKEN -> new Mark("ok", "okc", text);
            case LAPSED -> new Mark("", "off", text);
            case WITHDRAWN -> new Mark("", "undo", text);
        };
    }

    private Mark kind(InvoiceKind kind) {
        return new Mark("", "invoice", texts.of(kind));
    }
}
