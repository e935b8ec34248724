package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;

/** What was sent of an invoice, with how it ended each time that somebody sent it again. */
@ApplicationScoped
class InvoiceDeliveries {
    /** A claim that came of an offer was sent as that offer. */
    private static final String OF_INVOICE = "from invoice i join dispatch d on d.tenant_id = i.tenant_id "
            + "and d.invoice_id = any (array[i.id, i.offer_id]) ";

    @Inject
    Sql sql;

    List<InvoiceDetail.Delivery> of(UUID invoice) {
        var earlier = earlier(invoice);
        return sql.query(
                "select d.* " + OF_INVOICE + "where i.tenant_id = ? and i.id = ? order by d.id limit 1000",
                row -> new InvoiceDetail.Delivery(
                        row.uuid("id"),
                        row.code("channel", Channel.class),
                        row.code("state", InvoiceDetail.DeliveryState.class),
                        row.code("document", InvoiceDetail.DeliveredDocument.class),
                        row.integer("level"),
                        row.instant("changed_at"),
                        earlier.getOrDefault(row.uuid("id"), List.of())),
                Tenancy.required(),
                invoice);
    }

    private Map<UUID, List<InvoiceDetail.Earlier>> earlier(UUID invoice) {
        var earlier = new HashMap<UUID, List<InvoiceDetail.Earlier>>();
        sql.query(
                "select e.* " + OF_INVOICE + "join dispatch_sending e on e.tenant_id = d.tenant_id "
                        + "and e.dispatch_id = d.id where i.tenant_id = ? and i.id = ? "
                        + "order by e.dispatch_id, e.attempt limit 1000",
                row -> earlier.computeIfAbsent(row.uuid("dispatch_id"), id -> new ArrayList<>())
                        .add(new InvoiceDetail.Earlier(
                                row.instant("sent_at"),
                                row.code("state", InvoiceDetail.DeliveryState.class),
                                row.instant("ended_at"),
                                row.optionalText("provider_reference"))),
                Tenancy.required(),
                invoice);
        return earlier;
    }
}
