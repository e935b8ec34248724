package se.aviso.app.my;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.invoice.InvoiceLook;
import se.aviso.app.invoice.InvoiceRow;
import se.aviso.app.invoice.InvoiceWhole;
import se.aviso.app.invoice.NoteOpening;
import se.aviso.app.invoice.ShowInvoice;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.SwishFace;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.Money;
import se.aviso.payment.SwishPayment;

/** One of a member's own invoices: what to pay, to whom, and the document. */
@Named
@RequestScoped
@Screen(path = "/my/invoice.xhtml", needs = Permission.OWN_READ)
public class MyInvoiceView {
    @Inject
    ShowInvoice show;

    @Inject
    NoteOpening opening;

    @Inject
    InvoiceLook look;

    @Inject
    Address address;

    private @Nullable InvoiceWhole whole;

    @PostConstruct
    void load() {
        whole = address.id("id").flatMap(show::own).orElse(null);
    }

    /** Before anything is written: what is not there, or somebody else's, is 404. */
    public void open() {
        if (whole == null) {
            Absent.answer();
            return;
        }
        opening.of(whole.row().id());
    }

    /** The invoice. */
    public InvoiceWhole whole() {
        var found = whole;
        if (found == null) {
            throw new IllegalStateException("there is no such invoice");
        }
        return found;
    }

    /** True when nothing is left to pay: then nobody is shown where to pay it. */
    public boolean isSettled() {
        return whole().row().kind() == InvoiceKind.CREDIT_NOTE
                || whole().row().offer().filter(MyInvoiceView::isOver).isPresent()
                || whole().left()
                        .filter(left -> new BigDecimal(left).signum() == 0)
                        .isPresent();
    }

    private static boolean isOver(InvoiceRow.OfferState state) {
        return state != InvoiceRow.OfferState.OPEN;
    }

    /** True of a credit note. */
    public boolean isNote() {
        return whole().row().kind() == InvoiceKind.CREDIT_NOTE;
    }

    /** What is to pay as a bank's form takes it: {@code 575,00}. */
    public String getBare() {
        return whole().left().orElse(whole().row().total()).replace('.', ',');
    }

    /** What is to pay as a Swish payment, where the seller has a number and something is left. */
    public @Nullable SwishFace getSwish() {
        if (isSettled()) {
            return null;
        }
        var row = whole().row();
        var left = Money.parse(whole().left().orElse(row.total()), Currency.getInstance(row.currency()));
        return SwishPayment.of(whole().parties().swish(), left, row.ocr())
                .map(SwishFace::of)
                .orElse(null);
    }

    /** Where it stands today. */
    public InvoiceLook.Mark getState() {
        return look.state(whole().row(), whole().today());
    }
}
