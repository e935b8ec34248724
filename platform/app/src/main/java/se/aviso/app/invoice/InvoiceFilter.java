package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.web.QueryParams;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Occasion;
import se.aviso.invoice.Settlement;

/** Which invoices are looked for; all of it must hold. */
record InvoiceFilter(Optional<String> text, Belonging belonging, Numbers numbers, Settling settling, Days days) {
    /** Whose they are, and of which run. */
    record Belonging(Optional<UUID> member, Optional<UUID> group, Optional<UUID> run) {}

    /** What a person reads off the document. */
    record Numbers(Optional<Long> number, Optional<String> ocr) {}

    /** What it is and how far it is paid. */
    record Settling(
            Optional<InvoiceKind> kind,
            Optional<Occasion> occasion,
            Optional<Settlement.Status> status,
            Optional<Boolean> overdue) {}

    /** First and last days, both included. */
    record Days(
            Optional<LocalDate> issuedFrom,
            Optional<LocalDate> issuedTo,
            Optional<LocalDate> dueFrom,
            Optional<LocalDate> dueTo) {}

    static InvoiceFilter of(QueryParams query) {
        return new InvoiceFilter(
                query.text("q"),
                new Belonging(query.uuid("memberId"), query.uuid("groupId"), query.uuid("runId")),
                new Numbers(query.number("number"), query.text("ocr")),
                new Settling(
                        query.constant("kind", InvoiceKind.class),
                        query.constant("occasion", Occasion.class),
                        query.constant("settlement", Settlement.Status.class),
                        query.flag("overdue")),
                new Days(query.day("issuedFrom"), query.day("issuedTo"), query.day("dueFrom"), query.day("dueTo")));
    }
}
