package se.aviso.app.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.credit.FindCreditBalances;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.invoice.InvoiceKind;

/** One invoice, to those who work with it. */
@Named
@RequestScoped
@Screen(path = "/invoice/detail.xhtml", needs = Permission.INVOICE_READ)
public class InvoiceView {
    @Inject
    ShowInvoice show;

    @Inject
    FindInvoiceLinks findLinks;

    @Inject
    RevokeInvoiceLink revoke;

    @Inject
    CreditInvoice credit;

    @Inject
    WithdrawOffer withdraw;

    @Inject
    FindCreditBalances balances;

    @Inject
    InvoiceLook look;

    @Inject
    Caller caller;

    @Inject
    Address address;

    private @Nullable InvoiceWhole whole;
    private List<InvoiceLink> links = List.of();
    private boolean writing;
    private boolean creditable;
    private boolean withdrawable;

    @PostConstruct
    void load() {
        var id = address.id("id");
        whole = id.flatMap(show::of).orElse(null);
        links = id.flatMap(findLinks::of).orElse(List.of());
        writing = id.flatMap(revoke::invoice).isPresent();
        creditable = id.flatMap(credit::invoice)
                .filter(row -> row.kind() == InvoiceKind.CLAIM && row.document() == InvoiceRow.Document.ISSUED)
                .isPresent();
        withdrawable = id.flatMap(withdraw::offer).isPresent();
    }

    /** Before anything is written: what is not there, or somebody else's, is 404. */
    public void open() {
        if (whole == null) {
            Absent.answer();
        }
    }

    /** The invoice. */
    public InvoiceWhole whole() {
        var found = whole;
        if (found == null) {
            throw new IllegalStateException("there is no such invoice");
        }
        return found;
    }

    /** True when a run issued it that the user sees, wherever its other recipients stand. */
    public boolean isOfRun() {
        return whole().row().runId().isPresent() && caller.may(Permission.RUN_READ, "/");
    }

    /** Where it stands today. */
    public InvoiceLook.Mark getState() {
        return look.state(whole().row(), whole().today());
    }

    /** The tax at each rate. */
    public List<InvoiceWhole.Vat> getVat() {
        return ShowInvoice.vat(whole().detail());
    }

    /** The links that open it to whoever has them. */
    public List<InvoiceLink> getLinks() {
        return links;
    }

    /** True when the user may take them back. */
    public boolean isWriting() {
        return writing;
    }

    /** True when the user may credit what is left of it. */
    public boolean isCreditable() {
        return creditable;
    }

    /** True when it has taken of the payer's credit balance, or can, and the user handles money. */
    public boolean isBalance() {
        var used = !whole().detail().creditUses().isEmpty();
        return caller.may(Permission.PAYMENT_WRITE) && (used || takesCredit());
    }

    private boolean takesCredit() {
        var row = whole().row();
        var owed = whole().left().filter(left -> !left.startsWith("0.00")).isPresent();
        return owed
                && balances.of(row.memberId()).stream()
                        .anyMatch(kept -> kept.sellerGroupId().equals(row.sellerGroupId()));
    }

    /** True when it is an open offer that the user may take back. */
    public boolean isWithdrawable() {
        return withdrawable;
    }

    /** True of a credit note: there is nothing to pay. */
    public boolean isNote() {
        return whole().row().kind() == InvoiceKind.CREDIT_NOTE;
    }

    /** What happened, the newest first. */
    public List<InvoiceEvent> getEvents() {
        return InvoiceTimeline.of(whole());
    }
}
