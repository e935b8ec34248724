package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.web.QueryParams;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Occasion;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;

/** Which invoices are looked for; all of it must hold. */
record InvoiceFilter(
        Optional<String> text,
        Belonging belonging,
        Numbers numbers,
        Nature nature,
        Settling settling,
        Days days,
        Amounts amounts) {
    /** Whose they are, and of which run. */
    record Belonging(Optional<UUID> member, Optional<UUID> group, Optional<UUID> run) {}

    /** What a person reads off the document. */
    record Numbers(Optional<Long> number, Optional<String> ocr) {}

    /** What it is. */
    record Nature(Optional<InvoiceKind> kind, Optional<Occasion> occasion) {}

    /**
     * How far it is paid.
     *
     * @param statuses any of them; none is no condition
     * @param dunningLevel the last reminder's; 0 when none was sent
     */
    record Settling(Set<Settlement.Status> statuses, Optional<Boolean> overdue, Optional<Long> dunningLevel) {}

    /** First and last days, both included. */
    record Days(
            Optional<LocalDate> issuedFrom,
            Optional<LocalDate> issuedTo,
            Optional<LocalDate> dueFrom,
            Optional<LocalDate> dueTo) {}

    /** The least and the most that the document is of, both included. */
    record Amounts(Optional<Money> from, Optional<Money> to) {}

    static InvoiceFilter of(QueryParams query) {
        return new InvoiceFilter(
                query.text("q"),
                new Belonging(query.uuid("memberId"), query.uuid("groupId"), query.uuid("runId")),
                new Numbers(query.number("number"), query.text("ocr")),
                new Nature(query.constant("kind", InvoiceKind.class), query.constant("occasion", Occasion.class)),
                new Settling(
                        query.constants("settlement", Settlement.Status.class),
                        query.flag("overdue"),
                        query.number("dunningLevel")),
                new Days(query.day("issuedFrom"), query.day("issuedTo"), query.day("dueFrom"), query.day("dueTo")),
                new Amounts(query.amount("amountFrom"), query.amount("amountTo")));
    }
}
