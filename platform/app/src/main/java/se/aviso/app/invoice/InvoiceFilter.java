package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.web.QueryParams;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Occasion;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;

/** Which invoices are looked for; all of it must hold. */
record InvoiceFilter(
        Wording wording,
        Belonging belonging,
        Nature nature,
        Settling settling,
        Handling handling,
        Days days,
        Amounts amounts,
        Sending sending) {
    /**
     * What a person reads off the document, or marks in a list; the text is looked for among the payers and on the
     * lines.
     */
    record Wording(Optional<String> text, Optional<Long> number, Optional<String> ocr, Set<UUID> ids) {}

    /**
     * Whose they are, and of which run.
     *
     * @param member who is billed, or for whose membership somebody is
     * @param payer who is billed
     * @param type of one of the memberships that are billed
     * @param product the number of a product on one of its lines
     */
    record Belonging(
            Optional<UUID> member,
            Optional<UUID> payer,
            Optional<UUID> group,
            Optional<UUID> type,
            Optional<String> product,
            Optional<UUID> run) {}

    /** What it is. */
    record Nature(Optional<InvoiceKind> kind, Optional<Occasion> occasion, Optional<InvoiceRow.Document> document) {}

    /**
     * How far it is paid.
     *
     * @param statuses any of them; none is no condition
     * @param dunningLevel the last reminder's; 0 when none was sent
     */
    record Settling(Set<Settlement.Status> statuses, Optional<Boolean> overdue, Optional<Long> dunningLevel) {}

    /**
     * What became of it beside payment.
     *
     * @param offer of an offer, whether it is open, taken, lapsed or withdrawn
     * @param collector whether a collector has it now
     * @param stopped whether a stop keeps it from being reminded of today, its own or its payer's
     */
    record Handling(Optional<InvoiceRow.OfferState> offer, Optional<Boolean> collector, Optional<Boolean> stopped) {}

    /** First and last days, both included. */
    record Days(
            Optional<LocalDate> issuedFrom,
            Optional<LocalDate> issuedTo,
            Optional<LocalDate> dueFrom,
            Optional<LocalDate> dueTo) {}

    /** The least and the most that the document is of, and that is open of a claim; all included. */
    record Amounts(Optional<Money> from, Optional<Money> to, Optional<Money> openFrom, Optional<Money> openTo) {}

    /** How one of its documents went out, and how far that one came. */
    record Sending(Optional<Channel> channel, Optional<InvoiceDetail.DeliveryState> state) {}

    /** The most that can be marked by their ids. */
    static final int MOST_IDS = 500;

    static InvoiceFilter of(QueryParams query) {
        return new InvoiceFilter(
                new Wording(query.text("q"), query.number("number"), query.text("ocr"), query.uuids("ids", MOST_IDS)),
                new Belonging(
                        query.uuid("memberId"),
                        query.uuid("payerId"),
                        query.uuid("groupId"),
                        query.uuid("typeId"),
                        query.text("product"),
                        query.uuid("runId")),
                new Nature(
                        query.constant("kind", InvoiceKind.class),
                        query.constant("occasion", Occasion.class),
                        query.read("document", InvoiceRow.Document::found)),
                new Settling(
                        query.constants("settlement", Settlement.Status.class),
                        query.flag("overdue"),
                        query.number("dunningLevel")),
                new Handling(
                        query.constant("offer", InvoiceRow.OfferState.class),
                        query.flag("collector"),
                        query.flag("stopped")),
                new Days(query.day("issuedFrom"), query.day("issuedTo"), query.day("dueFrom"), query.day("dueTo")),
                new Amounts(
                        query.amount("amountFrom"),
                        query.amount("amountTo"),
                        query.amount("openFrom"),
                        query.amount("openTo")),
                new Sending(
                        query.constant("channel", Channel.class),
                        query.constant("delivery", InvoiceDetail.DeliveryState.class)));
    }
}
