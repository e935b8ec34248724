package se.aviso.app.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.aviso.app.screen.Address;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;

/** The newest invoices of a member, on the page of the member whose id the address has. */
@Named
@RequestScoped
public class MemberInvoicesView {
    private static final int MOST = 50;

    @Inject
    FindInvoices find;

    @Inject
    Address address;

    private List<InvoiceRow> rows = List.of();

    @PostConstruct
    void load() {
        rows = address.id("id").map(member -> find.ofMember(member, MOST)).orElse(List.of());
    }

    /** The invoices that the user sees, the newest first. */
    public List<InvoiceRow> getRows() {
        return rows;
    }

    /** What became of a document: a claim's settlement, an offer's answer. */
    public String state(InvoiceRow row) {
        if (row.document() == InvoiceRow.Document.CREDITED) {
            return "CREDITED";
        }
        if (row.document() == InvoiceRow.Document.WRITTEN_OFF) {
            return "WRITTEN_OFF";
        }
        return row.settlement()
                .map(Settlement.Status::name)
                .or(() -> row.offer().map(offer -> "OFFER_" + offer.name()))
                .orElse(row.kind() == InvoiceKind.CREDIT_NOTE ? "CREDIT" : "OFFER_OPEN");
    }

    /** How that looks. */
    public String tone(InvoiceRow row) {
        return switch (state(row)) {
            case "SETTLED", "OFFER_TAKEN" -> "ok";
            case "PARTLY_PAID", "OVERPAID" -> "warn";
            case "OPEN", "OFFER_OPEN" -> "info";
            default -> "";
        };
    }

    /** The icon of that. */
    public String icon(InvoiceRow row) {
        return switch (state(row)) {
            case "SETTLED", "OFFER_TAKEN" -> "okc";
            case "PARTLY_PAID" -> "half";
            case "OVERPAID" -> "alert";
            case "OPEN", "OFFER_OPEN" -> "clock";
            default -> "stop";
        };
    }
}
